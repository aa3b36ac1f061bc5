"""Measures by service as one HTML table: figure, interval, peers, word, trend, each in words.

Streamlit's own tables are drawn on a canvas, which neither wraps on a phone nor reads well aloud.
"""

from html import escape
from itertools import groupby
from math import ceil, floor

from charts.judgement_sentences import judgement_words, place_words, stability_words
from charts.palette import SIGNS
from charts.periods import days_in_words
from charts.wording import NO_FIGURE, figure, gap_label, status_label, trend_reason, trend_words
from components.answers import answer
from components.peers.judgements import Finding
from components.words.naming import official
from inference.comparison.judgement import Judgement, grade_of
from inference.comparison.word import FEWEST_PEERS

STYLE = """<style>
.findings {border-collapse: collapse; table-layout: fixed; width: 100%; margin: 0 0 1.5rem;
  font-size: 1rem}
.findings caption {text-align: left; font-size: 1.25rem; font-weight: 600; padding: .5rem 0}
.findings th, .findings td {text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0;
  border-bottom: 1px solid #dfe4e8}
.findings thead th {font-weight: 600}
.findings thead th:first-child {width: 30%}
.findings thead th:nth-child(2), .findings thead th:nth-child(3) {width: 15%}
.findings tbody th {font-weight: 400}
.findings small {display: block; font-size: .875rem; color: #505a5f}
.findings + details {margin: -1rem 0 1.5rem}
.findings + details summary {cursor: pointer; padding: .25rem 0}
.findings a {color: inherit}
.findings .sign {font-weight: 700; margin-right: .3rem}
@media (max-width: 40rem) {
  .findings thead {position: absolute; left: -999px}
  .findings tbody th, .findings td {display: block; width: auto; border: 0; padding: .1rem 0}
  .findings tbody th {font-weight: 600; padding-top: .6rem}
  .findings td[data-label]::before {content: attr(data-label) ": "; color: #505a5f}
  .findings tr {display: block; border-bottom: 1px solid #dfe4e8; padding-bottom: .5rem}
}
</style>"""
FEWEST_SHOWN = 3
DIRECTIONS = {"higher": "Higher is better", "lower": "Lower is better", "neither": ""}


def outcome_tables(found: list[Finding], peers_name: str) -> str:
    """HTML of one table a service, everything from the edition escaped."""
    tables = [_table(service, rows, peers_name) for service, rows in _by_service(found)]
    return STYLE + "".join(tables)


def _by_service(found: list[Finding]) -> list[tuple[str, list[Finding]]]:
    return [(name, list(rows)) for name, rows in groupby(found, key=_service)]


def _service(one: Finding) -> str:
    return str(one.row["service_official" if official() else "service_plain"])


def _table(service: str, rows: list[Finding], peers_name: str) -> str:
    headline = [one for one in rows if one.row["headline"]]
    others = [one for one in rows if not one.row["headline"]]
    first = headline + others[: max(FEWEST_SHOWN - len(headline), 0)]
    more = [one for one in rows if one not in first]
    shown = _rows(first, peers_name, escape(service))
    if not more:
        return shown
    label = f"{len(more)} more on {service[0].lower()}{service[1:]}"
    folded = _rows(more, peers_name, "")
    return f"{shown}<details><summary>{escape(label)}</summary>{folded}</details>"


def _rows(rows: list[Finding], peers_name: str, caption: str) -> str:
    heads = ("Measure", "This council", "Peers’ median", "Beside peers", "Trend")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(_row(one, peers_name) for one in rows)
    return (
        f'<table class="findings">{f"<caption>{caption}</caption>" if caption else ""}'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(one: Finding, peers_name: str) -> str:
    row = one.row
    title = row["official_title" if official() else "title"]
    facts = [days_in_words(row["period"]), _prices(row), _direction(row), _whose(row)]
    about = " · ".join(filter(None, facts))
    cells = [
        f'<th scope="row">{escape(title)}<small>{escape(about)}</small></th>',
        _cell("This council", _value(row)),
        _cell("Peers’ median", _median(row)),
        _cell("Beside peers", _judgement(one, peers_name)),
        _cell("Trend", _trend(one)),
    ]
    return f"<tr>{''.join(cells)}</tr>"


def _cell(label: str, content: str) -> str:
    return f'<td data-label="{label}">{content}</td>'


def _prices(row: dict[str, object]) -> str:
    if row["price_basis"] != "cash":
        return ""
    return f"{answer('edition/about').one()['price_base']} prices"


def _direction(row: dict[str, object]) -> str:
    """Grades say by their names which is better."""
    return "" if row["grades"] else DIRECTIONS[row["polarity"]]


def _whose(row: dict[str, object]) -> str:
    return "describes residents, not the council alone" if row["describes"] == "place" else ""


def _value(row: dict[str, object]) -> str:
    if row["value"] is None:
        note = f"<small>{escape(row['note'])}</small>" if row["note"] else ""
        return f"<em>{escape(gap_label(row['status']))}</em>{note}"
    words = f"<strong>{escape(_headword(row))}</strong>"
    if row["lower"] is not None and row["upper"] is not None:
        ends = f"{_amount(row, 'lower')} to {_amount(row, 'upper')}"
        words += f"<small>95% interval {escape(ends)}</small>"
    if row["status"] != "published":
        words += f"<small>{escape(status_label(row['status']))}</small>"
    return words + _note(row)


def _headword(row: dict[str, object]) -> str:
    """The figure; of a grade the inspector's word."""
    return grade_of(row["value"], row["grades"]) or _amount(row, "value")


def _note(row: dict[str, object]) -> str:
    """What the publisher says of this one figure; an address in it becomes a link."""
    # An inspector's word stands first in the note, and already at the head of the cell.
    parts = (row["note"] or "").split("; ")[1 if row["grades"] else 0 :]
    said = "".join(
        f'<a href="{escape(part)}" rel="noreferrer">the report</a>'
        if part.startswith("https://")
        else f"{escape(part)} "
        for part in parts
    )
    return f"<small>{said.strip()}</small>" if said.strip() else ""


def _median(row: dict[str, object]) -> str:
    if not row["peers_n"]:
        return "<em>no peer has a figure</em>"
    middle = _middle_grade(row) if row["grades"] else _amount(row, "peers_median")
    return f"{escape(middle)}<small>n = {row['peers_n']}</small>"


def _middle_grade(row: dict[str, object]) -> str:
    """The grade in the middle; between two where the peers are split evenly."""
    low, high = floor(row["peers_median"]), ceil(row["peers_median"])
    named = [grade_of(value, row["grades"]) or NO_FIGURE for value in dict.fromkeys((low, high))]
    return " or ".join(named)


def _judgement(one: Finding, peers_name: str) -> str:
    said = one.judgement
    sign = SIGNS[said.word]
    words = _sentence(judgement_words(said, f"the median of {peers_name}"))
    more = _beside_the_word(said)
    mark = (
        f'<span class="sign" style="color:{sign.colour}" aria-hidden="true">{sign.character}</span>'
    )
    return f"{mark}{escape(words)}" + (f"<small>{escape(more)}</small>" if more else "")


def _beside_the_word(said: Judgement) -> str:
    """How many peer groups bear the word out; what stands in the place of a word."""
    if said.stability:
        return _sentence(stability_words(said.stability))
    if said.word == "position":
        return "No word: the figure has no known error"
    if said.word == "not_judged" and said.place and said.place.n > FEWEST_PEERS:
        return _sentence(place_words(said))
    return ""


def _trend(one: Finding) -> str:
    if one.trend.way == "not_tested":
        return f"Not tested<small>{escape(trend_reason(one.trend))}</small>"
    return escape(_sentence(trend_words(one.trend, one.row["polarity"])))


def _amount(row: dict[str, object], column: str) -> str:
    return figure(row[column], row["unit"], row["decimals"])


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:]
