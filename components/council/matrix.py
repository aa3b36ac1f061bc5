"""The matrix: a row a service, what is spent beside the peers and the result that leads."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from charts.judgement_sentences import WORDS
from charts.matrix_marks import spend_strip, year_line
from components.answers import asked
from components.look import palette
from components.peers.own_list import own_judgements
from components.words.naming import named, official
from findings.matrix import (
    NO_RESULT,
    ONE_YEAR,
    YEARS,
    matrix_rows,
    matrix_years,
    result_of,
    spend_of,
)
from findings.subject import Subject

Row = Mapping[str, Any]
FIRST = 5
RESULT = "Result, beside the peers’ median"
BESIDE_MEDIAN = {
    "better", "somewhat_better", "similar", "somewhat_worse", "worse", "higher", "lower"
}  # fmt: skip
# On a wide screen a row is one line where its words allow: the whole answer fits one screen.
STYLE = """<style>
.matrix {border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.3}
.matrix th, .matrix td {text-align: left; vertical-align: middle; padding: .2rem .7rem .2rem 0;
  border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent)}
.matrix thead th {font-weight: 600; font-size: .85rem; vertical-align: bottom; padding-top: 0;
  white-space: nowrap}
.matrix tbody th {font-weight: 600; width: 19.8%}
.matrix td.spend {width: 27.5%} .matrix td.result {width: 42%}
.matrix td:last-child {padding-right: 0}
.matrix .pair {display: flex; gap: .6rem; align-items: center}
.matrix img {width: 6.5rem; height: auto}
.matrix small {font-size: .8rem; opacity: .8; white-space: nowrap}
.matrix .spend strong {margin-right: .25rem}
.matrix a {color: inherit; text-underline-offset: .15em}
.matrix .sign {font-weight: 700; margin-right: .3rem}
.matrix ~ details summary {cursor: pointer; padding: .2rem 0; font-size: .9375rem}
.matrix ~ details {margin: 0 1.5rem 0 0}
@media (min-width: 40.01rem) {.matrix ~ details:not([open]) {display: inline-block}}
.matrix ~ .key p {max-width: 46rem; font-size: .875rem; margin: 0 0 .5rem}
@media (max-width: 40rem) {
  .matrix {font-size: .875rem}
  .matrix thead {position: absolute; left: -999px}
  .matrix tbody th, .matrix td, .matrix td.spend, .matrix td.result {display: block; width: auto;
    border: 0; padding: .1rem 0}
  .matrix tbody th {padding-right: 7rem}
  .matrix td:last-child {position: absolute; right: 0; top: .35rem}
  .matrix tr {display: block; position: relative; padding: .3rem 0;
    border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent)}
}
</style>"""
KEY = (
    "Dot: this council. Tick: the peers’ median; box: the middle half of them; line: lowest to "
    "highest, each row on its own scale. Sorted by how far the council lies from its peers, in "
    "money or in the result, counted in usual differences between councils. Spending is never "
    "judged."
)


def rows_by_service(subject: Subject, period: str) -> None:
    """The five rows that differ most at once, the others one step away in the same table's form."""
    rows = matrix_rows(asked, subject, period, own_judgements)
    years = matrix_years(asked, subject, period)
    first, more = rows[:FIRST], rows[FIRST:]
    words = STYLE + _table(first, years, subject, period, caption=True)
    if more:
        words += (
            f"<details><summary>{len(more)} more services</summary>"
            f"{_table(more, years, subject, period)}</details>"
        )
    st.html(
        f'{words}<details class="key"><summary>How to read this</summary><p>{KEY}</p></details>'
    )


def _table(
    rows: Sequence[Row],
    years: Mapping[str, list[float | None]],
    subject: Subject,
    period: str,
    caption: bool = False,
) -> str:
    heads = (
        "Service",
        f"£ per head, {period}",
        "Result, beside the peers’ median",
        f"{YEARS} years, real terms",
    )
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "".join(_row(row, years, subject) for row in rows)
    label = escape(f"{subject.name}, service by service, beside {subject.peers_name}")
    said = f"<caption hidden>{label}</caption>" if caption else ""
    return (
        f'<table class="matrix">{said}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    )


def _row(row: Row, years: Mapping[str, list[float | None]], subject: Subject) -> str:
    line = year_line(years.get(row["service"], []), palette()) or f"<em>{ONE_YEAR}</em>"
    return (
        f'<tr><th scope="row">{_service(row, subject)}</th>'
        f'<td class="spend">{_spend(row, subject)}</td>'
        f'<td class="result">{_result(row)}</td>'
        f"<td>{line}</td></tr>"
    )


def _service(row: Row, subject: Subject) -> str:
    asked = {"service": row["service"], "council": subject.about["slug"]}
    if row["measure"]:
        asked["measure"] = row["measure"]
    return f'<a href="service?{escape(urlencode(asked))}" target="_self">{escape(named(row))}</a>'


def _spend(row: Row, subject: Subject) -> str:
    said = spend_of(row, str(subject.about["nation"]))
    if not said.known:
        return f"<em>{escape(said.amount)}</em>"
    words = f"<strong>{escape(said.amount)}</strong> <small>{escape(said.beside)}</small>"
    return f'<div class="pair">{spend_strip(row, palette())}<span>{words}</span></div>'


def _result(row: Row) -> str:
    said = result_of(row, official=official())
    if said is None:
        return f"<em>{NO_RESULT}</em>"
    sign = palette().sign(said.word)
    mark = (
        f'<span class="sign" style="color:{sign.colour}" aria-hidden="true">{sign.character}</span>'
    )
    value = f"<strong>{escape(said.value)}</strong>, " if said.value else ""
    facts = " ".join(f"<small>{escape(fact)}</small>" for fact in _dotted(said.facts))
    # The head of the column says beside what.
    word = WORDS[said.word] if said.word in BESIDE_MEDIAN else said.said
    return f"{mark}{escape(said.title)}: {value}{escape(word)} {facts}"


def _dotted(facts: Sequence[str]) -> list[str]:
    """With a dot after each but the last, so that no line begins with one."""
    return [f"{fact} ·" for fact in facts[:-1]] + list(facts[-1:])
