"""The peers by name, each with a way to leave it out: what is left is a list of one's own."""

from collections.abc import Mapping, Sequence
from itertools import accumulate

import streamlit as st

from components.answers import answer
from components.peers.subject import Subject
from components.words.naming import safe
from findings.subject import MOST_OTHERS, OWN

PAGE = "pages/council.py"
# Of whom the names stand there at once, on one line of a wide screen; the others are one step away.
MOST_AT_ONCE, LETTERS_AT_ONCE = 5, 72
# What a chip takes beside its name, in letters.
CHIP = 5
LEAVE_OUT = ":material/close:"


def peer_chips(subject: Subject, period: str | None) -> None:
    """Who is compared in `period`, the closest first, in the row of the caller; nothing where
    nobody is."""
    peers = _compared(subject, period) if period else []
    if not peers:
        return
    # A longer list than an own one may be cannot lose one of its members.
    if len(peers) > MOST_OTHERS:
        st.markdown(f"beside {len(peers)} {safe(subject.peers_name)}", width="content")
        return
    first = _at_once([one["name"] for one in peers])
    _chips(peers[:first], peers)
    if peers[first:]:
        with (
            st.popover(f"{len(peers) - first} more", type="tertiary", key="more_peers"),
            st.container(horizontal=True, key="chips_more", gap="xsmall"),
        ):
            _chips(peers[first:], peers)


def _at_once(names: Sequence[str]) -> int:
    """How many of the names fit one line."""
    ends = accumulate(len(name) + CHIP for name in names[:MOST_AT_ONCE])
    return max(1, sum(end <= LETTERS_AT_ONCE + CHIP for end in ends))


def _compared(subject: Subject, period: str) -> list[dict[str, str]]:
    rows = answer("council/peers", **subject.takes, service="total", period=period).frame
    return rows.filter("compared").select("slug", "name").to_dicts()


def _chips(shown: Sequence[Mapping[str, str]], peers: Sequence[Mapping[str, str]]) -> None:
    for one in shown:
        others = ",".join(sorted(peer["slug"] for peer in peers if peer["slug"] != one["slug"]))
        # All else that is chosen stays as it is.
        asked = {**st.query_params, "peers": OWN, "others": others}
        st.page_link(
            PAGE,
            label=safe(one["name"]),
            icon=LEAVE_OUT,
            icon_position="right",
            help=f"Compare without {safe(one['name'])}",
            query_params=asked,
        )
