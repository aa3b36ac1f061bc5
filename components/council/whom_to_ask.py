"""For each result that is worse than its peers': similar councils with a better one for no more."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from charts.inside_sentence import inside, period_inside
from charts.judgement_sentences import WORDS
from charts.wording import figure, pounds
from components.answers import asked
from components.words.naming import measure_title, named, official, safe
from findings.subject import Subject
from findings.whom_to_ask import NOBODY_WORSE, RULE, gap_words, leads, nobody_to_name

Row = Mapping[str, Any]
FIRST = 3


def section(subject: Subject, period: str) -> None:
    st.header("Whom to ask", anchor="ask")
    found = leads(asked, subject, period)
    led, alone = found.led, found.alone
    if not led and not alone:
        st.write(NOBODY_WORSE)
        return
    if led:
        with st.container(key="ask_first"):
            # As many columns as leads: side by side they are read with the matrix.
            for place, group in zip(st.columns(len(led[:FIRST])), led[:FIRST], strict=True):
                place.markdown(_lead(group, subject, found.differing))
    if led[FIRST:]:
        with st.expander(f"{len(led) - FIRST} more results with councils to ask"):
            for group in led[FIRST:]:
                st.markdown(_lead(group, subject, found.differing))
    if alone:
        st.markdown(safe(nobody_to_name(alone, official=official())))
    st.caption(RULE.format(period))


def _lead(group: Sequence[Row], subject: Subject, differing: Mapping[tuple[str, str], str]) -> str:
    row = group[0]
    value = figure(row["value"], row["unit"], row["decimals"])
    lines = [
        f"**{safe(measure_title(row))}**: {safe(value)} ({WORDS[row['word']]}, "
        f"{period_inside(row['period'])}; {safe(inside(named(row)))} {pounds(row['spend'])} per "
        "head). Ask:"
    ]
    lines += [f"- {_peer(one, subject, differing)}" for one in group]
    return "\n".join(lines)


def _peer(row: Row, subject: Subject, differing: Mapping[tuple[str, str], str]) -> str:
    asked = urlencode(
        {
            "council": subject.about["slug"],
            "peers": "own",
            "others": row["peer_slug"],
            "section": "side",
        }
    )
    words = (
        f"[{safe(row['peer_name'])}](council?{urlencode({'council': row['peer_slug']})}): "
        f"{safe(figure(row['peer_value'], row['unit'], row['decimals']))} "
        f"({WORDS[row['peer_word']]}), {pounds(row['peer_spend'])} per head{gap_words(row)} "
        f"· [side by side](compare?{asked})"
    )
    different = differing.get((row["measure"], row["peer"]))
    return f"{words}. {safe(different)}" if different else words
