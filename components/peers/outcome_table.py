"""Measures by service as one HTML table: figure, interval, peers, word, trend, each in words.

Streamlit's own tables are drawn on a canvas, which neither wraps on a phone nor reads well aloud.
"""

from html import escape
from itertools import groupby

from charts.inside_sentence import inside
from charts.periods import days_in_words
from components.peers.finding_cells import (
    direction,
    judgement_cell,
    median_cell,
    prices,
    trend_cell,
    value_cell,
    whose,
)
from components.words.naming import measure_title, official
from findings.judgements import Finding

STYLE = """<style>
.findings {border-collapse: collapse; table-layout: fixed; width: 100%; margin: 0 0 1.5rem;
  font-size: 1rem}
.findings caption {text-align: left; font-size: 1.25rem; font-weight: 600; padding: .5rem 0}
.findings th, .findings td {text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0;
  border-bottom: 1px solid var(--line)}
.findings thead th {font-weight: 600}
.findings thead th:first-child {width: 30%}
.findings thead th:nth-child(2), .findings thead th:nth-child(3) {width: 15%}
.findings tbody th {font-weight: 400}
.findings small {display: block; font-size: .875rem; opacity: .85}
.findings + details {margin: -1rem 0 1.5rem}
.findings + details summary {cursor: pointer; padding: .25rem 0}
.findings a {color: inherit}
.findings .sign {font-weight: 700; margin-right: .3rem}
@media (max-width: 40rem) {
  .findings thead {position: absolute; left: -999px}
  .findings tbody th, .findings td {display: block; width: auto; border: 0; padding: .1rem 0}
  .findings tbody th {font-weight: 600; padding-top: .6rem}
  .findings td[data-label]::before {content: attr(data-label) ": "; opacity: .85}
  .findings tr {display: block; border-bottom: 1px solid var(--line); padding-bottom: .5rem}
}
</style>"""
FEWEST_SHOWN = 3


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
    label = f"{len(more)} more on {inside(service)}"
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
    title = measure_title(row)
    facts = [days_in_words(row["period"]), prices(row), direction(row), whose(row)]
    about = " · ".join(filter(None, facts))
    cells = [
        f'<th scope="row">{escape(title)}<small>{escape(about)}</small></th>',
        _cell("This council", value_cell(row)),
        _cell("Peers’ median", median_cell(row)),
        _cell("Beside peers", judgement_cell(one, peers_name)),
        _cell("Trend", trend_cell(one)),
    ]
    return f"<tr>{''.join(cells)}</tr>"


def _cell(label: str, content: str) -> str:
    return f'<td data-label="{label}">{content}</td>'
