"""What one run of a page has read of its address and what of it could not be had.

A figure's own address (`/figure/...`) holds those choices alone that were read before it, and a
program that asks for one is told what a reader is told. It lies in the run's session state.
"""

from dataclasses import dataclass, field

import streamlit as st

from queries import EditionMissing, EditionUnknown, TookTooLong

KEY = "record of this run"
# What ends a page before its end and is no fault of the program's.
CUT_SHORT = (EditionMissing, EditionUnknown, TookTooLong)


@dataclass
class RunRecord:
    """`read` are names of the address, `refused` sentences about values that are not on offer.

    `cut_short` is why the page could not be shown to its end, which a reader is told in its place.
    """

    read: set[str] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)
    cut_short: Exception | None = None


def begin() -> None:
    """A new run: what the last one read counts no longer."""
    st.session_state[KEY] = RunRecord()


def record() -> RunRecord:
    if KEY not in st.session_state:
        begin()
    return st.session_state[KEY]
