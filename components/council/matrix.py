"""The matrix: a row a service, what is spent beside the peers and the result that leads."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from charts.council_sentences import gap_in_pounds
from charts.judgement_sentences import judgement_words, position_words, stability_words
from charts.matrix_marks import spend_strip, year_line
from charts.palette import SIGNS
from charts.periods import days_in_words
from charts.wording import figure, gap_label, percent_difference, pounds
from components.answers import answer
from components.look import palette
from components.peers.own_list import beside_own_list
from components.peers.subject import OWN, Subject
from components.words.naming import named, official
from inference.comparison.judgement import Judgement, grade_of, judgement_of
from inference.comparison.word import FEWEST_PEERS

Row = Mapping[str, Any]
ELSEWHERE = "counted in other lines in {}"
YEARS = 6
FIRST = 5
STYLE = """<style>
.matrix {border-collapse: collapse; width: 100%; font-size: .95rem; line-height: 1.3}
.matrix th, .matrix td {text-align: left; vertical-align: middle; padding: .3rem .7rem .3rem 0;
  border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent)}
.matrix thead th {font-weight: 600; font-size: .85rem; vertical-align: bottom}
.matrix tbody th {font-weight: 600; width: 19%}
.matrix td.spend {width: 27%} .matrix td.result {width: 42%}
.matrix .pair {display: flex; gap: .6rem; align-items: center}
.matrix small {display: block; font-size: .8rem; opacity: .8}
.matrix a {color: inherit; text-underline-offset: .15em}
.matrix .sign {font-weight: 700; margin-right: .3rem}
.matrix + details summary {cursor: pointer; padding: .4rem 0}
@media (max-width: 40rem) {
  .matrix thead {position: absolute; left: -999px}
  .matrix tbody th, .matrix td, .matrix td.spend, .matrix td.result {display: block; width: auto;
    border: 0; padding: .1rem 0}
  .matrix tr {display: block; padding: .4rem 0;
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
    rows = _rows(subject, period)
    years = _years(subject, period)
    first, more = rows[:FIRST], rows[FIRST:]
    words = STYLE + _table(first, years, subject, period, caption=True)
    if more:
        words += (
            f"<details><summary>{len(more)} more services</summary>"
            f"{_table(more, years, subject, period)}</details>"
        )
    st.html(words)
    st.caption(KEY)


def _rows(subject: Subject, period: str) -> list[Row]:
    """Beside a list of one's own the result that leads is that of the usual peers; what is said of
    it is said beside the list."""
    made = answer("council/matrix", **subject.takes, period=period).frame
    if subject.model != OWN:
        return made.rows(named=True)
    led = made.filter(made["measure"].is_not_null())
    own = {row["measure"]: row for row in beside_own_list(subject, led).rows(named=True)}
    return [own.get(row["measure"], row) for row in made.rows(named=True)]


def _years(subject: Subject, period: str) -> dict[str, list[float | None]]:
    rows = answer("council/matrix_years", council=subject.key, last=period, years=YEARS)
    found: dict[str, list[float | None]] = defaultdict(lambda: [None] * YEARS)
    for service, position, spend in rows.frame.select("service", "position", "spend").iter_rows():
        found[service][position] = spend
    return found


def _table(
    rows: Sequence[Row],
    years: Mapping[str, list[float | None]],
    subject: Subject,
    period: str,
    caption: bool = False,
) -> str:
    heads = ("Service", f"£ per head, {period}", "Result", f"{YEARS} years, real terms")
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "".join(_row(row, years, subject) for row in rows)
    label = escape(f"{subject.name}, service by service, beside {subject.peers_name}")
    said = f"<caption hidden>{label}</caption>" if caption else ""
    return (
        f'<table class="matrix">{said}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    )


def _row(row: Row, years: Mapping[str, list[float | None]], subject: Subject) -> str:
    line = year_line(years.get(row["service"], []), palette()) or "<em>one year held</em>"
    return (
        f'<tr><th scope="row">{_service(row, subject)}</th>'
        f'<td class="spend">{_spend(row, subject)}</td>'
        f'<td class="result">{_result(row, subject)}</td>'
        f"<td>{line}</td></tr>"
    )


def _service(row: Row, subject: Subject) -> str:
    asked = {"service": row["service"], "council": subject.about["slug"]}
    if row["measure"]:
        asked["measure"] = row["measure"]
    return f'<a href="service?{escape(urlencode(asked))}" target="_self">{escape(named(row))}</a>'


def _no_spend(row: Row, subject: Subject) -> str:
    """Why a service has no amount; where the nation counts it in lines of its own, that it does."""
    nation = str(subject.about["nation"])
    if row["spend_status"] is None and nation != "England":
        return ELSEWHERE.format(nation)
    return gap_label(row["spend_status"])


def _spend(row: Row, subject: Subject) -> str:
    if row["spend"] is None:
        return f"<em>{escape(_no_spend(row, subject))}</em>"
    words = f"<strong>{escape(pounds(row['spend']))}</strong>"
    if row["spend_peers_n"] >= FEWEST_PEERS and row["spend_median"] is not None:
        more = percent_difference(row["spend"], row["spend_median"])
        said = more.removesuffix(" than").removesuffix(" as") if more else ""
        gap = said or gap_in_pounds(row["spend"], row["spend_median"])
        words += f"<small>{escape(gap)}; median {escape(pounds(row['spend_median']))}</small>"
    else:
        words += "<small>fewer than eight peers</small>"
    return f'<div class="pair">{spend_strip(row, palette())}<span>{words}</span></div>'


def _result(row: Row, subject: Subject) -> str:
    if not row["measure"]:
        return "<em>no result is held for this service</em>"
    said = judgement_of(row, row["grades"] or ())
    sign = SIGNS[said.word]
    title = str(row["official_title" if official() else "title"])
    facts = [days_in_words(row["period"])]
    if said.stability:
        facts.append(stability_words(said.stability))
    if row["standing_out_n"] > 1:
        facts.append(f"{row['standing_out_n']} results of this service stand out")
    mark = (
        f'<span class="sign" style="color:{sign.colour}" aria-hidden="true">{sign.character}</span>'
    )
    return f"{mark}{escape(title)}: {_said(row, said)}<small>{escape(' · '.join(facts))}</small>"


def _said(row: Row, said: Judgement) -> str:
    """The figure and its word; of a grade the inspector's word with how many share it."""
    if said.word == "grade":
        return escape(judgement_words(said, ""))
    value = f"<strong>{escape(_value(row))}</strong>"
    if said.word == "position" and said.place:
        return f"{value}, {escape(position_words(said.place))}"
    return f"{value}, {escape(judgement_words(said, 'its peers’ median'))}"


def _value(row: Row) -> str:
    if row["value"] is None:
        return gap_label(row["status"])
    grade = grade_of(row["value"], row["grades"] or ())
    return grade or figure(row["value"], row["unit"], row["decimals"])
