"""From two to fifteen councils side by side: a row a measure, a column a council."""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

import polars as pl
import streamlit as st

from charts.judgement_sentences import WORDS, left_out_words
from charts.palette import SIGNS
from charts.periods import days_in_words
from charts.wording import bare_unit, count_words, figure, gap_label, joined, status_label
from components.address import pick, refusal
from components.answers import answer
from components.compare.comparison import Comparison
from components.figure.framing import Written
from components.figure.framing import figure as framed
from components.look import palette
from components.peers.subject import DEFAULT_MODEL, OWN, Subject
from components.several import several_said
from components.words.naming import measure_title
from findings.judgements import Finding
from inference.comparison.judgement import grade_of

KEY = "side"
WIDE = "columns"
FEWEST, MOST, USUAL = 2, 15, 6
WITHOUT_A_WORD = {"position", "grade"}
OTHER_PARTS = {"other_parts", "other_nation"}
OWN_WORDS = (
    "A mark is each council’s own word, beside its own peers; two figures of one row are not "
    "judged against each other, and a list chosen for its figures proves nothing."
)
CAVEATS = [
    OWN_WORDS,
    "Every figure of a row is of one period, the newest of the council that the page is about.",
    "A council that runs other parts of a service, or none of it, has no figure in that row.",
]
STYLE = """<style>
.abreast {overflow: auto; max-height: 80vh; max-width: 100%; position: relative}
.abreast table {border-collapse: separate; border-spacing: 0; font-size: .95rem; min-width: 100%}
.abreast th, .abreast td {text-align: left; vertical-align: top; padding: .45rem .8rem .45rem 0;
  border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent); min-width: 6.5rem}
.abreast thead th {position: sticky; top: 0; z-index: 2; background: var(--ground);
  font-weight: 600; vertical-align: bottom}
.abreast tbody th {position: sticky; left: 0; z-index: 1; background: var(--ground);
  font-weight: 400; min-width: 15rem; max-width: 20rem}
.abreast thead th:first-child {left: 0; z-index: 3}
.abreast .mine {font-weight: 700}
.abreast small {display: block; font-size: .8125rem; opacity: .85}
.abreast a {color: inherit}
.abreast .sign {font-weight: 700; margin-right: .3rem}
@media (max-width: 40rem) {
  .abreast tbody th {min-width: 8.5rem; max-width: 8.5rem; overflow-wrap: break-word}
}
@media print {.abreast {max-height: none; overflow: visible}}
</style>"""
Row = Mapping[str, Any]


def section(subject: Subject, made: Comparison, found: Sequence[Finding]) -> None:
    """`found` in the order of the rows."""
    councils = [subject.key, *_others(subject, made)]
    if len(councils) < FEWEST:
        st.info("No other council is compared with this one on these measures.")
        return
    one = answer(
        "compare/side_by_side",
        council=subject.key,
        model=DEFAULT_MODEL if subject.model == OWN else subject.model,
        councils=councils,
        measures=[each.row["measure"] for each in found],
        periods=[each.row["period"] for each in found],
    )
    by_measure = {
        measure: list(rows)
        for measure, rows in groupby(one.frame.rows(named=True), key=lambda row: row["measure"])
    }
    rows = [by_measure[each.row["measure"]] for each in found if each.row["measure"] in by_measure]
    names = [str(row["name"]) for row in rows[0]]
    beside = f"{len(names) - 1} {subject.peers_name}" if names[2:] else names[1]
    n = count_words(len(rows), "measure")
    title = f"{subject.name} and {beside} side by side: {n}, newest figures"
    framed(
        KEY,
        title=title,
        drawn=Written(STYLE + _box(rows, title), "Side by side"),
        alt=_alt(rows, names),
        table=_table(rows, names),
        answers=[one],
        unit="each measure in its own unit",
        period="the newest period of each measure",
        caveats=CAVEATS,
    )
    st.page_link(
        "pages/compare.py",
        label="Change these councils one by one",
        icon=":material/edit:",
        query_params=_as_own_list(subject, rows[0]),
    )


def wrong_columns() -> str | None:
    return refusal(WIDE, _widths(), "number of councils")


def _others(subject: Subject, made: Comparison) -> list[str]:
    """The own list in the order of the address; else the nearest peers, as many as are chosen."""
    if subject.model == OWN:
        slugs = dict(answer("council/names").frame.select("slug", "council").iter_rows())
        listed = [slugs[slug] for slug in several_said("others", list(slugs))]
        held = [key for key in listed if key in subject.others]
        if len(held) >= MOST:
            st.info(f"The first {MOST - 1} of {len(held)} chosen councils stand beside this one.")
        return held[: MOST - 1]
    wide = int(
        pick(
            st.selectbox, "Councils side by side", WIDE, _widths(),
            words=lambda n: n, default=str(USUAL), width=200,
        )
    )  # fmt: skip
    services = made.measures.frame["service"].unique(maintain_order=True).to_list()
    rows = answer(
        "compare/columns",
        council=subject.key,
        model=subject.model,
        services=services,
        most=wide - 1,
    )
    return rows.frame["council"].to_list()


def _widths() -> list[str]:
    return [str(n) for n in range(FEWEST, MOST + 1)]


def _as_own_list(subject: Subject, rows: Sequence[Row]) -> dict[str, str]:
    """The address of this section with its columns as a list of one's own."""
    others = ",".join(row["slug"] for row in rows if row["council"] != subject.key)
    return st.query_params.to_dict() | {"peers": OWN, "others": others, "section": KEY}


def _box(rows: Sequence[Sequence[Row]], title: str) -> str:
    """It scrolls both ways inside itself, by keyboard as well."""
    head = '<th scope="col">Measure</th>' + "".join(
        _column(row, first=n == 0) for n, row in enumerate(rows[0])
    )
    body = "".join(_line(row) for row in rows)
    return (
        f'<div class="abreast" tabindex="0" role="region" aria-label="{escape(title)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        f"<p><small>{escape(_marks(rows))}</small></p>"
    )


def _column(row: Row, *, first: bool) -> str:
    address = escape(f"council?{urlencode({'council': row['slug']})}")
    mine = ' class="mine"' if first else ""
    return (
        f'<th scope="col"><a{mine} href="{address}" target="_self">{escape(row["name"])}</a></th>'
    )


def _line(rows: Sequence[Row]) -> str:
    first = rows[0]
    unit = "" if first["grades"] or first["unit"] == "%" else str(first["unit"])
    facts = [unit, days_in_words(str(first["period"])), _prices(first)]
    about = " · ".join(filter(None, facts))
    cells = "".join(_cell(row, mine=n == 0) for n, row in enumerate(rows))
    measure = f"{escape(measure_title(first))}<small>{escape(about)}</small>"
    return f'<tr><th scope="row">{measure}</th>{cells}</tr>'


def _cell(row: Row, *, mine: bool) -> str:
    if row["value"] is None:
        return f"<td><em>{escape(_gap(row))}</em></td>"
    sign = palette().sign(row["word"])
    mark = (
        f'<span class="sign" style="color:{sign.colour}" aria-hidden="true">{sign.character}</span>'
    )
    small = [] if row["word"] in WITHOUT_A_WORD else [WORDS[row["word"]]]
    if row["joint_lead"] and row["joint_lead"] != row["council"]:
        small.append("shared figure")
    if row["status"] != "published":
        small.append(status_label(row["status"]))
    worth = f'<span class="mine">{_worth(row)}</span>' if mine else _worth(row)
    return f"<td>{mark}{worth}<small>{escape(', '.join(small))}</small></td>"


def _worth(row: Row) -> str:
    grade = grade_of(row["value"], row["grades"] or ())
    return escape(grade or figure(row["value"], bare_unit(row["unit"]), row["decimals"]))


def _gap(row: Row) -> str:
    why = row["left_out_because"]
    return left_out_words(why) if why in OTHER_PARTS else gap_label(row["status"])


def _marks(rows: Sequence[Sequence[Row]]) -> str:
    """The marks that stand in the table, in words."""
    held = {row["word"] for line in rows for row in line if row["value"] is not None}
    said = [f"{SIGNS[word].character} {words}" for word, words in WORDS.items() if word in held]
    return f"{', '.join(said)}. {OWN_WORDS}" if said else OWN_WORDS


def _alt(rows: Sequence[Sequence[Row]], names: Sequence[str]) -> str:
    held = [sum(line[n]["value"] is not None for line in rows) for n in range(len(names))]
    each = [f"{name} {n}" for name, n in zip(names, held, strict=True)]
    return f"Figures held of {count_words(len(rows), 'measure')}: {joined(each)}. {OWN_WORDS}"


def _table(rows: Sequence[Sequence[Row]], names: Sequence[str]) -> pl.DataFrame:
    """What the box shows, as plain columns."""
    columns = {"Measure": [measure_title(line[0]) for line in rows]}
    columns["Period"] = [str(line[0]["period"]) for line in rows]
    columns["Unit"] = [str(line[0]["unit"]) for line in rows]
    columns |= {name: [_plain(line[n]) for line in rows] for n, name in enumerate(names)}
    return pl.DataFrame(columns)


def _plain(row: Row) -> str:
    if row["value"] is None:
        return _gap(row)
    worth = grade_of(row["value"], row["grades"] or ()) or figure(
        row["value"], row["unit"], row["decimals"]
    )
    return f"{worth} ({WORDS[row['word']]})"


def _prices(row: Row) -> str:
    if row["price_basis"] != "cash" or "prices" in row["unit"]:
        return ""
    return f"{answer('edition/about').one()['price_base']} prices"
