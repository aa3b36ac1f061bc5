"""The reorganisations decided or proposed, each with its evidence and what it would make."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from charts.wording import joined
from components.answers import answer
from components.words.naming import on_day, safe, when
from findings.together import FEWEST_PARTS, known_whole, unplaced_words

STATES = {"decided": "Decided", "proposed": "Proposed"}
INCOMPLETE = "As far as the evidence linked says; what came after its date is not known from it."
Row = dict[str, Any]


def listed() -> None:
    rows = answer("put_together/decided").frame.rows(named=True)
    if not rows:
        return
    st.header("Reorganisations decided or proposed", anchor="decided")
    areas = [list(group) for _, group in groupby(rows, key=lambda row: row["reorganisation"])]
    for state, word in STATES.items():
        lines = [_line(area) for area in areas if area[0]["state"] == state]
        if lines:
            with st.expander(f"{word}: {len(lines)} areas", expanded=False):
                st.markdown("\n".join(lines))
    st.caption(INCOMPLETE)


def _line(area: Sequence[Row]) -> str:
    row = area[0]
    new = [_made(one) for one in area if one["successor"]]
    whole = next((one for one in area if not one["successor"]), None)
    words = (
        f"- **{safe(row['name'])}** ({when(row['happened'], row['precision'])}; to begin on "
        f"{on_day(row['takes_effect'])}). {safe(row['says'])} [Evidence]({_address(row)})."
    )
    if new:
        words += f" New councils: {joined(new)}."
        if astray := unplaced_words(row):
            words += f" {safe(astray)}, so no new council here is put together alone."
    if whole and len(whole["slugs"]) >= FEWEST_PARTS:
        words += f" [The whole area as one](put_together?{_asked(whole['slugs'])})."
    return words


def _made(row: Row) -> str:
    """A link where all its parts are known and go over whole; else those that are known."""
    name = safe(row["successor"])
    if known_whole(row):
        return f"[{name}](put_together?{_asked(row['slugs'])})"
    parts = []
    if row["whole"]:
        parts.append(f"takes in {safe(', '.join(row['whole']))}")
    if row["divided"]:
        parts.append(f"divides {safe(joined(row['divided']))}")
    return f"{name} ({'; '.join(parts)})" if parts else name


def _asked(slugs: Sequence[str]) -> str:
    return urlencode({"councils": ",".join(slugs)}, safe=",")


def _address(row: Row) -> str:
    return str(row["evidence_url"]).replace("(", "%28").replace(")", "%29").replace(" ", "%20")
