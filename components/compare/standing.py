"""The answer as a table: measure, council, peers' median, word, trend, period; HTML, escaped."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

import streamlit as st

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
from components.peers.outcome_table import STYLE
from components.words.naming import measure_title, named
from findings.judgements import Finding

# What a phone holds beside the chart; the others are one step away.
FIRST = 8
WIDTHS = """<style>
.findings.standing thead th:first-child {width: 27%}
.findings.standing thead th:nth-child(2), .findings.standing thead th:nth-child(3) {width: 13%}
.findings.standing thead th:nth-child(6) {width: 10%}
.findings.standing th small {font-weight: 400}
</style>"""
HEADS = ("Measure", "This council", "Peers’ median", "Beside peers", "Trend", "Period")


def standing_table(found: Sequence[Finding], title: str, peers_name: str) -> str:
    """One row a measure in the order given; `title` names the table."""
    shown = _rows(found[:FIRST], peers_name, title)
    more = found[FIRST:]
    if more:
        label = f"{len(more)} more {'measure' if len(more) == 1 else 'measures'}"
        folded = _rows(more, peers_name, "")
        shown += f"<details><summary>{label}</summary>{folded}</details>"
    return STYLE + WIDTHS + shown


def _rows(found: Sequence[Finding], peers_name: str, title: str) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in HEADS)
    caption = f"<caption>{escape(title)}</caption>" if title else ""
    body = "".join(_row(one, peers_name) for one in found)
    return (
        f'<table class="findings standing">{caption}<thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def _row(one: Finding, peers_name: str) -> str:
    cells = (
        value_cell(one.row),
        median_cell(one.row),
        judgement_cell(one, peers_name),
        trend_cell(one),
        escape(days_in_words(str(one.row["period"]))),
    )
    told = "".join(
        f'<td data-label="{label}">{cell}</td>'
        for label, cell in zip(HEADS[1:], cells, strict=True)
    )
    return f'<tr><th scope="row">{_measure(one)}</th>{told}</tr>'


def _measure(one: Finding) -> str:
    """The title leads to the measure council by council; under it whose it is and which way."""
    title = escape(measure_title(one.row))
    facts = [
        named(one.row, "service_plain", "service_official"),
        prices(one.row),
        direction(one.row),
        whose(one.row),
    ]
    about = escape(" · ".join(filter(None, facts)))
    return f'<a href="{_closer(one)}" target="_self">{title}</a><small>{about}</small>'


def _closer(one: Finding) -> str:
    """This page with the section on one measure open, everything else as it is chosen now."""
    asked = st.query_params.to_dict() | {"section": "measure", "closer": one.row["measure"]}
    return escape(f"compare?{urlencode(asked)}")
