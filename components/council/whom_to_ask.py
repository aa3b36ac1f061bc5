"""For each result that is worse than its peers': similar councils with a better one for no more."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from charts.judgement_sentences import WORDS
from charts.periods import days_in_words
from charts.wording import figure, joined, percent_difference, pounds
from components.answers import answer
from components.peers.subject import Subject
from components.words.naming import named, official, safe

Row = Mapping[str, Any]
MOST_ABOVE, MOST = 0.1, 3
FIRST = 3
RULE = (
    "A lead for a conversation, not a proof. Listed are similar councils whose result is better "
    "than their own peers’ and clearly better than this one (the margins of error do not overlap), "
    "and who spend at most a tenth more per head on the service, in {}."
)
NOBODY_WORSE = (
    "No result of this council that can be judged is worse than its peers’, so there is nobody to "
    "ask about one."
)


def section(subject: Subject, period: str) -> None:
    st.header("Whom to ask", anchor="ask")
    rows = answer(
        "council/whom_to_ask", **subject.takes, period=period,
        most_above=MOST_ABOVE, most=MOST,
    ).frame.rows(named=True)  # fmt: skip
    if not rows:
        st.write(NOBODY_WORSE)
        return
    results = [list(group) for _, group in groupby(rows, key=lambda row: row["measure"])]
    led = [group for group in results if group[0]["peer"]]
    alone = [group[0] for group in results if not group[0]["peer"]]
    differing = _differing(subject, led)
    for group in led[:FIRST]:
        st.markdown(_lead(group, subject, differing))
    if led[FIRST:]:
        with st.expander(f"{len(led) - FIRST} more results with councils to ask"):
            for group in led[FIRST:]:
                st.markdown(_lead(group, subject, differing))
    if alone:
        st.markdown(_nobody(alone))
    st.caption(RULE.format(period))


def _lead(group: Sequence[Row], subject: Subject, differing: Mapping[tuple[str, str], str]) -> str:
    row = group[0]
    value = figure(row["value"], row["unit"], row["decimals"])
    lines = [
        f"**{safe(_title(row))}**: {safe(value)} ({WORDS[row['word']]}, "
        f"{days_in_words(row['period'])}; {safe(named(row)).lower()} {pounds(row['spend'])} per "
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
    more = percent_difference(row["peer_spend"], row["spend"])
    gap = f", {more.removesuffix(' than').removesuffix(' as')}" if more else ""
    words = (
        f"[{safe(row['peer_name'])}](council?{urlencode({'council': row['peer_slug']})}): "
        f"{safe(figure(row['peer_value'], row['unit'], row['decimals']))} "
        f"({WORDS[row['peer_word']]}), {pounds(row['peer_spend'])} per head{gap} "
        f"· [side by side](compare?{asked})"
    )
    different = differing.get((row["measure"], row["peer"]))
    return f"{words}. {different}" if different else words


def _nobody(rows: Sequence[Row]) -> str:
    titles = joined([f"{safe(_title(row))} ({WORDS[row['word']]})" for row in rows])
    unknown = all(row["spend"] is None for row in rows)
    why = (
        "what this council spends on the service is not known"
        if unknown
        else "no similar council is clearly better without spending over a tenth more"
    )
    return f"Nobody to name on {titles}: {why}."


def _differing(subject: Subject, led: Sequence[Sequence[Row]]) -> dict[tuple[str, str], str]:
    """(measure, peer) -> what the peer's delivery differs in, where a mechanism is stated."""
    peers = {row["peer"] for group in led for row in group}
    if not peers:
        return {}
    rows = answer(
        "council/delivered_differently",
        councils=(subject.key, *sorted(peers)),
        measures=tuple(group[0]["measure"] for group in led),
    ).frame.rows(named=True)
    own = {(row["measure"], row["delivery_service"]): row for row in rows if _is(row, subject.key)}
    found: dict[tuple[str, str], str] = {}
    for row in rows:
        mine = own.get((row["measure"], row["delivery_service"]))
        if mine and row["council"] != subject.key and row["model"] != mine["model"]:
            found[row["measure"], row["council"]] = (
                f"Delivered differently: {safe(row['delivery_name']).lower()}, mostly "
                f"{safe(row['model_name']).lower()} there ({row['share_pct']:.0f}%), "
                f"{safe(mine['model_name']).lower()} here ({mine['share_pct']:.0f}%), "
                f"{days_in_words(row['period'])}."
            )
    return found


def _is(row: Row, council: str) -> bool:
    return bool(row["council"] == council)


def _title(row: Row) -> str:
    return str(row["official_title" if official() else "title"])
