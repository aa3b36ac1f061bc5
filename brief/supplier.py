"""The brief of a supplier: who pays, since when, for what, and what of that is held."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from typing import Any

import polars as pl

from brief import supplier_sheets
from brief.document import Bars, Brief, Cell, Chart, Imprint, Question, Table
from brief.imprint_words import cited, edition_name, page_address, source_lines
from brief.reader import WORDS, Refused, one_of, shown
from charts import money_over_time
from charts.coverage_words import CREDITS, MASKED, NOT_ALL, VAT, caveats, held_words
from charts.months import span_words, year_months
from charts.wording import count_words, joined, pounds
from findings.asking import Ask
from findings.money_by_period import by_period
from findings.supplier import (
    DIFFERENT,
    GROUP,
    IN_FULL,
    READ,
    UNTOLD,
    Supplier,
    by_category,
    number_words,
    paid_words,
    spellings_words,
)

Row = dict[str, Any]
PARAMETERS = ("words", "as_of")
MOST_BARS, MOST_CATEGORIES, MOST_NAMED = 9, 3, 4
MILLIONS = '[>=1000000]"£"#,##0.0,,"m";"£"#,##0'


def compose(ask: Ask, name: str, address: Mapping[str, str], imprint: Imprint, base: str) -> Brief:
    """`base` is the server's address without a slash at its end, or ""; raises Refused."""
    one = _read(ask, name)
    official = one_of(address, "words", WORDS, WORDS[0]) == WORDS[1]
    payers = ask("supplier/payers", supplier=one.number)
    purposes = ask("supplier/purposes", supplier=one.number)
    councils = sorted(payers["council"].to_list())
    held = ask("payments/coverage", councils=councils)
    years = _years(ask, one, councils)
    family = ask("supplier/family", supplier=one.number)
    edition = edition_name(ask)
    asked = {"name": one.slug} | ({"words": WORDS[1]} if official else {})
    page = page_address(base, "supplier", asked)
    title = f"{one.name}: paid by councils" if not one.hidden else one.name
    return Brief(
        title=title,
        about=one.hidden.what if one.hidden else f"{number_words(one)} {spellings_words(one)}.",
        notices=[],
        opening={
            "Paid": paid_words(one),
            "Over time": _over_time(years),
            "For what": _for_what(purposes),
        },
        main=_payers(payers),
        charts=[*_by_payer(payers, one), *_by_year(years, one)],
        second=_purposes(purposes, official),
        asking=[],
        asking_note="",
        asking_title="",
        charts_title="by council and by year",
        questions=_questions(one, payers, purposes, family, years),
        caveats=[DIFFERENT, f"{IN_FULL}.", READ, CREDITS, VAT, NOT_ALL, MASKED, *caveats(held)],
        missing=_missing(one, payers, purposes, held),
        sources=source_lines(ask, payers["source"].drop_nulls().to_list()),
        edition=edition,
        address=page,
        citation=cited(imprint.name, title, edition, page),
        file_name=f"{one.slug[:60]}-brief-{edition}",
        sheets=partial(supplier_sheets.sheets, ask, one, payers, purposes, years, official),
    )


def _read(ask: Ask, name: str) -> Supplier:
    """Raises Refused, with what is nearly called so."""
    rows = ask("supplier/about", supplier_slug=name).rows(named=True)
    if rows:
        return Supplier(rows[0])
    near = ask("supplier/near", supplier_slug=name)["slug"].to_list()
    raise Refused(
        "unknown-subject",
        f"No supplier has the address “{shown(name)}” in this edition.",
        get_close_matches(name, near, 3, 0.3) or near[:3],
    )


def _years(ask: Ask, one: Supplier, councils: Sequence[str]) -> pl.DataFrame:
    """A row a financial year, as charts.money_over_time takes it; what no file covers is None."""
    months = ask("payments/months", councils=list(councils))
    if one.hidden:
        found = ask("supplier/years", supplier=one.number).drop_nulls("period")
        starts = [year_months(year)[0] for year in found["period"]]
        found = found.with_columns(pl.Series("month", starts, pl.Date))
    else:
        found = ask("supplier/months", supplier=one.number)
    return by_period(found, months, "year", councils=len(councils))


def _over_time(years: pl.DataFrame) -> str:
    """The newest year and the largest, each with what is held of it."""
    rows = [row for row in years.rows(named=True) if row["value_gbp"] is not None]
    if not rows:
        return "In which months it was paid is not known."
    last, most = rows[-1], max(rows, key=lambda row: row["value_gbp"])
    words = f"{_year(last)}"
    if most is not last:
        words += f"; most in {_year(most)}"
    whole = sum(row["held"] == row["expected"] for row in rows)
    return (
        f"{words}. Of {count_words(len(rows), 'financial year')} "
        f"{whole or 'none'} {'is' if whole <= 1 else 'are'} held in full for all who paid: a rise "
        "may be a file more."
    )


def _year(row: Row) -> str:
    amount = pounds(row["value_gbp"], short=True)
    return f"{row['period']}: {amount}, of {row['held']:,} of {row['expected']:,} monthly files"


def _for_what(purposes: pl.DataFrame) -> str:
    sums = by_category(purposes)
    told = sums.filter(pl.col("category_name") != UNTOLD)
    whole = float(sums["amount_gbp"].sum())
    untold = float(sums.filter(category_name=UNTOLD)["amount_gbp"].sum())
    if told.is_empty():
        return "The councils’ words do not tell for what."
    named = [
        f"{name} ({pounds(amount, short=True)})"
        for name, amount in told.head(MOST_CATEGORIES).iter_rows()
    ]
    words = f"Mostly {joined(named)}."
    if untold > 0 and whole > 0:
        words += f" Of {100 * min(untold / whole, 1):.0f}% the words do not tell."
    return words


def _payers(payers: pl.DataFrame) -> Table:
    return Table(
        title="Councils that paid, the largest sum first",
        heads=("Council", "Paid", "Years", "Files held of it", "Publishes from"),
        rows=[_payer_row(row) for row in payers.rows(named=True)],
        widths=(0.28, 0.18, 0.18, 0.24, 0.12),
        note=DIFFERENT,
    )


def _payer_row(row: Row) -> list[Cell]:
    years = dict.fromkeys(filter(None, (row["first_year"], row["last_year"])))
    least = row["threshold_gbp"]
    return [
        Cell(strong=str(row["name"])),
        Cell(strong=pounds(row["amount_gbp"]), small=count_words(row["payments"], "payment")),
        Cell(" to ".join(years)),
        Cell(
            count_words(row["months_held"], "month"),
            small=span_words(row["first_held"], row["last_held"]) if row["first_held"] else "",
        ),
        Cell(pounds(least) if least is not None else "not known"),
    ]


def _by_payer(payers: pl.DataFrame, one: Supplier) -> list[Chart]:
    rows = payers.head(MOST_BARS).rows(named=True)
    if not rows:
        return []
    words = [pounds(row["amount_gbp"], short=True) for row in rows]
    names = [str(row["name"]) for row in rows]
    told = "; ".join(f"{name} {amount}" for name, amount in zip(names, words, strict=True))
    which = f"the {len(rows)} that paid most" if payers.height > len(rows) else "all that paid"
    title = f"Paid by council, {which}, £ cash, {one.period}"
    values = [row["amount_gbp"] for row in rows]
    return [Bars(title, f"{title}. {told}.", names, values, words, "£ paid", MILLIONS)]


def _by_year(years: pl.DataFrame, one: Supplier) -> list[Chart]:
    """Newest last; a year that is partly held says so beside its bar."""
    rows = [row for row in years.rows(named=True) if row["value_gbp"] is not None][-MOST_BARS:]
    if not rows:
        return []
    words = [
        pounds(row["value_gbp"], short=True) + ("" if row["held"] == row["expected"] else " *")
        for row in rows
    ]
    title = "Paid by financial year, £ cash (* some files missing)"
    return [
        Bars(
            title,
            money_over_time.alt(years, title=f"{one.name}, by financial year"),
            [str(row["period"]) for row in rows],
            [row["value_gbp"] for row in rows],
            words,
            "£ paid",
            MILLIONS,
        )
    ]


def _purposes(purposes: pl.DataFrame, official: bool) -> Table:
    key = "official_name" if official else "plain_name"
    return Table(
        title="What it was paid for, as far as the councils’ words tell",
        heads=("Category", "Service", "Paid", "Payments", "Councils"),
        rows=[
            [
                Cell(strong=str(row["category_name"] or UNTOLD)),
                Cell(str(row[key]) if row["service"] else UNTOLD),
                Cell(pounds(row["amount_gbp"])),
                Cell(f"{row['payments']:,}"),
                Cell(f"{row['councils']:,}"),
            ]
            for row in purposes.sort("amount_gbp", descending=True).rows(named=True)
        ],
        widths=(0.32, 0.3, 0.16, 0.11, 0.11),
    )


def _questions(
    one: Supplier,
    payers: pl.DataFrame,
    purposes: pl.DataFrame,
    family: pl.DataFrame,
    years: pl.DataFrame,
) -> list[Question]:
    made = []
    if payers.height > 1:
        most = payers.row(0, named=True)
        made.append(
            Question(
                f"Does {most['name']} pay more than others?",
                [
                    f"It paid most of what is held, {pounds(most['amount_gbp'], short=True)} in "
                    f"{count_words(most['payments'], 'payment')}, with "
                    f"{count_words(most['months_held'], 'month')} of it held.",
                    DIFFERENT,
                ],
            )
        )
    made.append(Question("Is it paid more from year to year?", [_over_time(years), f"{IN_FULL}."]))
    made.append(
        Question(
            "What is bought, and is it good value?",
            [
                _for_what(purposes),
                "What it cost for each thing bought, and how good it was, no "
                "file of payments says.",
            ],
        )
    )
    if not one.hidden:
        made.append(
            Question(
                "Is this one company?",
                [f"{spellings_words(one)}, linked by rules that can err.", number_words(one)],
            )
        )
    if family.height:
        made.append(
            Question(
                f"Is it part of a group ({family['family'][0]})?",
                [
                    f"{pounds(float(family['amount_gbp'].sum()), short=True)} went to "
                    f"{count_words(family.height, 'supplier')} of this group.",
                    GROUP,
                ],
            )
        )
    made.append(
        Question(
            "Were these payments tendered?",
            [
                "Payments say who was paid, when and how much: neither the contract nor how it was "
                "awarded is in them."
            ],
        )
    )
    return made


def _missing(
    one: Supplier, payers: pl.DataFrame, purposes: pl.DataFrame, held: pl.DataFrame
) -> list[str]:
    held_n = int(one.about["councils_held"])
    said = [
        f"Councils whose payments are not held here: payments of {count_words(held_n, 'council')} "
        "are held, and whether others pay this supplier is not known.",
        held_words(held),
    ]
    gone = held.filter(pl.col("missing") > 0).sort("missing", descending=True)
    if gone.height:
        rows = gone.head(MOST_NAMED).select("name", "missing").iter_rows()
        named = joined([f"{name} ({count_words(n, 'month')})" for name, n in rows])
        said.append(f"Months without a file, most of them: {named}.")
    unknown = payers.filter(pl.col("threshold_gbp").is_null()).height
    if unknown:
        said.append(f"From which amount on {count_words(unknown, 'council')} publish is not known.")
    if UNTOLD in by_category(purposes)["category_name"].to_list():
        said.append("For what some payments were is not told by the councils’ words.")
    return said
