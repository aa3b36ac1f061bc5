"""The brief of a reorganisation: what its councils would be as one, and what no sum says."""

from collections.abc import Mapping, Sequence
from functools import partial
from urllib.parse import quote

from brief import reorganisation_sheets
from brief.document import Asking, Bars, Brief, Chart, Imprint
from brief.imprint_words import cited, edition_name, page_address, source_lines
from brief.reorganisation_asked import Asked, Row, page_asks, read_reorganisation
from brief.reorganisation_questions import expected, missing
from brief.reorganisation_tables import (
    PEERS,
    SUMS,
    by_part,
    furthest,
    has_a_sum,
    holdings_words,
    results_table,
    results_words,
    spending,
)
from charts.council_sentences import gap_in_pounds
from charts.periods import date_in_words
from findings.asking import Ask
from findings.before_and_after import ASSOCIATION, what_became
from findings.spending_caveats import CAVEATS
from findings.together import (
    FEWEST_PARTS,
    OLD,
    POOLED,
    SPENDING,
    Together,
    all_of_that_size,
    parts_words,
    sharing_words,
    spending_words,
)

PARAMETERS = ("councils", "new", "basis", "year", "words", "as_of")
MOST_BARS, MOST_ASKED = 9, 3


def compose(ask: Ask, name: str, address: Mapping[str, str], imprint: Imprint, base: str) -> Brief:
    """`base` is the server's address without a slash at its end, or ""; raises Refused."""
    asked = read_reorganisation(ask, name, address)
    one, edition = asked.one, edition_name(ask)
    takes = {"councils": list(one.chosen), "basis": one.basis}
    spent = ask("put_together/spending", **takes, period=one.period)
    beside = ask("put_together/beside", councils=list(one.chosen), period=one.period)
    results = ask("put_together/results", councils=list(one.chosen)).rows(named=True)
    holdings = ask("put_together/holdings", **takes).rows(named=True)
    rows = [row for row in spent.rows(named=True) if row["real_gbp"] != 0 or row["beside_n"]]
    page = page_address(base, "put_together", page_asks(ask, asked))
    title = f"{asked.title} put together"
    pooled = [row for row in results if row["because"] is None and row["value"] is not None]
    return Brief(
        title=title,
        about=parts_words(one),
        notices=_notices(asked),
        opening={
            "Spending": spending_words(
                spent.rows(named=True), beside.rows(named=True), one, asked.years
            ),
            "What people get": results_words(results, pooled),
            "Reserves and debt": holdings_words(holdings),
        },
        main=spending(asked, rows) if has_a_sum(rows) else by_part(ask, asked),
        charts=[*_differences(asked, rows), *_residents(one)],
        second=results_table(asked, pooled),
        asking=_those_that_did(ask),
        asking_note=ASSOCIATION,
        asking_title="Those that did it",
        charts_title="by service, and who is in it",
        questions=expected(asked, rows, holdings, pooled),
        caveats=[
            *SPENDING,
            *sharing_words(one),
            *all_of_that_size(beside.rows(named=True)),
            *CAVEATS,
            POOLED,
            OLD,
        ],
        missing=missing(asked, rows, results, holdings),
        sources=source_lines(ask, spent["source"].drop_nulls().to_list()),
        edition=edition,
        address=page,
        citation=cited(imprint.name, f"{title}, {one.period}", edition, page),
        file_name=f"{asked.name}-reorganisation-brief-{edition}",
        sheets=partial(
            reorganisation_sheets.sheets, one, rows, results, holdings, beside, asked.official
        ),
    )


def _notices(asked: Asked) -> list[str]:
    if not asked.decided:
        return []
    row = asked.decided[0]
    state = "Decided" if row["state"] == "decided" else "Proposed"
    begins = date_in_words(str(row["takes_effect"]))
    return [
        f"{state} {date_in_words(str(row['happened']))}, to begin on {begins}. {row['says']} "
        f"Evidence: {quote(str(row['evidence_url']), safe=':/?=&%#')}"
    ]


def _differences(asked: Asked, rows: Sequence[Row]) -> list[Chart]:
    shown = sorted(furthest(rows, MOST_BARS), key=lambda one: -one[0])
    if not shown:
        return []
    key = "official_name" if asked.official else "plain_name"
    title = f"£ per head above or below the median of {PEERS}, {asked.one.period}"
    names = [str(row[key]) for _, row in shown]
    words = [gap_in_pounds(row["real_per_head_gbp"], row["beside_median"]) for _, row in shown]
    told = "; ".join(f"{name} {said}" for name, said in zip(names, words, strict=True))
    return [Bars(title, f"{title}. {told}.", names, [gap for gap, _ in shown], words)]


def _residents(one: Together) -> list[Chart]:
    rows = [row for row in one.rows if row["tier"] != "upper" and row["residents"]]
    rows.sort(key=lambda row: -row["residents"])
    if len(rows) < FEWEST_PARTS:
        return []
    shown = rows[:MOST_BARS]
    more = f", the {len(shown)} largest of {len(rows)}" if len(rows) > len(shown) else ""
    title = f"Residents of each part{more}, mid-{shown[0]['residents_year']}"
    names, words = [str(row["name"]) for row in shown], [f"{row['residents']:,}" for row in shown]
    told = "; ".join(f"{name} {said}" for name, said in zip(names, words, strict=True))
    values = [float(row["residents"]) for row in shown]
    return [Bars(title, f"{title}. {told}.", names, values, words, "residents", "#,##0")]


def _those_that_did(ask: Ask) -> list[Asking]:
    """The newest areas first, each on what councils decide on."""
    areas = ask("put_together/reorganised").rows(named=True)
    services = ask("service/sums")["service"].to_list()
    service = next((one for one in SUMS if one in services), None)
    newest = sorted(areas, key=lambda row: row["takes_effect"], reverse=True)[:MOST_ASKED]
    return [
        Asking(
            f"{row['name']}, {row['takes_effect']:%Y}",
            [
                what_became(
                    row, ask("put_together/before_and_after", area=row["area"], service=service)
                )
            ],
        )
        for row in newest
        if service
    ]
