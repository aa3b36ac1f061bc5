"""For each result that is worse than its peers': similar councils with a better one for no more.

A row a result, as in the matrix above it; what each council spends and does differently is one
step away.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from charts.inside_sentence import inside, period_inside
from charts.judgement_sentences import WORDS
from charts.periods import days_in_words
from charts.wording import count_words, figure, joined, pounds
from components.answers import asked
from components.words.naming import measure_title, named, official
from findings.subject import OWN, Subject
from findings.whom_to_ask import (
    CAUTION,
    RULE,
    Leads,
    gap_words,
    leads,
    nobody_to_name,
    nobody_worse,
)

Row = Mapping[str, Any]
FIRST = 3
HEAD = '<h2 id="ask">Whom to ask</h2>'
STYLE = """<style>
.leads {border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.35}
.leads th, .leads td {text-align: left; vertical-align: top; padding: .15rem 1rem .15rem 0;
  border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent)}
.leads th {font-weight: 400; width: 43%} .leads td {padding-right: 0}
.leads small {font-size: .8rem; opacity: .8; white-space: nowrap}
.leads a, .about-leads a {color: var(--accent); text-underline-offset: .15em}
.lead-words {margin: 0; font-size: .9375rem; line-height: 1.4}
.about-leads {font-size: .9375rem; margin-left: 1rem}
.about-leads summary {cursor: pointer; padding: .2rem 0}
@media (min-width: 40.01rem) {.about-leads:not([open]) {display: inline-block}}
.about-leads p, .about-leads li {font-size: .9375rem; line-height: 1.4; max-width: 46rem}
.about-leads p {margin: .2rem 0} .about-leads ul {margin: 0 0 .6rem; padding-left: 1.2rem}
@media (max-width: 40rem) {
  .leads, .about-leads {font-size: .875rem}
  .about-leads {margin: 0}
  .leads th, .leads td {display: block; width: auto; padding: .1rem 0} .leads th {border: 0}
}
</style>"""


def section(subject: Subject, period: str, judged: bool) -> None:
    """`judged` says whether any result of this council can be judged beside its peers."""
    found = leads(asked, subject, period)
    with st.container(key="whom_to_ask"):
        st.html(f"{STYLE}{HEAD}{_more(found, subject, period)}{_first(found, subject, judged)}")


def _first(found: Leads, subject: Subject, judged: bool) -> str:
    """The councils to ask, or in one line why there are none."""
    if not found.led:
        alone = found.alone and nobody_to_name(found.alone, official=official())
        return f'<p class="lead-words">{escape(alone or nobody_worse(judged))}</p>'
    rows = "".join(_row(group, subject) for group in found.led[:FIRST])
    return (
        '<table class="leads"><caption class="unseen">Results worse than the peers’, and similar '
        f"councils to ask</caption><tbody>{rows}</tbody></table>"
    )


def _row(group: Sequence[Row], subject: Subject) -> str:
    row = group[0]
    return (
        f'<tr><th scope="row"><strong>{escape(measure_title(row))}</strong>: {_value(row)}, '
        f"{WORDS[row['word']]} <small>{escape(days_in_words(row['period']))}</small></th>"
        f"<td>Ask {joined([_named(one) for one in group])} · {_side_by_side(group, subject)}</td>"
        "</tr>"
    )


def _named(row: Row) -> str:
    value = figure(row["peer_value"], row["unit"], row["decimals"])
    spends = gap_words(row).removeprefix(", ")
    facts = f"{value}; spends {spends}" if spends else value
    return f"{_council(row)} ({escape(facts)})"


def _more(found: Leads, subject: Subject, period: str) -> str:
    """The caution, and behind it the rule and all that is known of those who are named."""
    if not (found.led or found.alone):
        return ""
    inner = [f"<p>{escape(RULE.format(period))}</p>"]
    if found.led and found.alone:
        inner.append(f"<p>{escape(nobody_to_name(found.alone, official=official()))}</p>")
    inner += [_lead(group, subject, found.differing) for group in found.led]
    if not found.led:
        said = "How councils to ask are chosen"
    elif (others := len(found.led) - FIRST) > 0:
        said = f"{CAUTION} {count_words(others, 'more result')}, and how they were chosen"
    else:
        said = f"{CAUTION} How they were chosen"
    return f'<details class="about-leads"><summary>{said}</summary>{"".join(inner)}</details>'


def _lead(group: Sequence[Row], subject: Subject, differing: Mapping[tuple[str, str], str]) -> str:
    row = group[0]
    lines = "".join(f"<li>{_peer(one, differing)}</li>" for one in group)
    return (
        f"<p><strong>{escape(measure_title(row))}</strong>: {_value(row)} ({WORDS[row['word']]}, "
        f"{escape(period_inside(row['period']))}; {escape(inside(named(row)))} "
        f"{escape(pounds(row['spend']))} per head). Ask, {_side_by_side(group, subject)}:</p>"
        f"<ul>{lines}</ul>"
    )


def _peer(row: Row, differing: Mapping[tuple[str, str], str]) -> str:
    value = figure(row["peer_value"], row["unit"], row["decimals"])
    words = escape(
        f": {value} ({WORDS[row['peer_word']]}), {pounds(row['peer_spend'])} per head"
        f"{gap_words(row)}. {differing.get((row['measure'], row['peer']), '')}"
    )
    return f"{_council(row)}{words.rstrip()}"


def _value(row: Row) -> str:
    return escape(figure(row["value"], row["unit"], row["decimals"]))


def _council(row: Row) -> str:
    return _link("council", {"council": row["peer_slug"]}, row["peer_name"])


def _side_by_side(group: Sequence[Row], subject: Subject) -> str:
    asked_for = {
        "council": str(subject.about["slug"]),
        "peers": OWN,
        "others": ",".join(sorted(row["peer_slug"] for row in group)),
        "section": "side",
    }
    return _link("compare", asked_for, "side by side")


def _link(page: str, asked_for: Mapping[str, str], words: str) -> str:
    return f'<a href="{page}?{escape(urlencode(asked_for))}" target="_self">{escape(words)}</a>'
