"""What one run of a page has read of its address and what of it could not be had.

A figure's own address (`/figure/...`) holds those choices alone that were read before it, and a
program that asks for one is told what a reader is told. It lies in the run's session state.
"""

from dataclasses import dataclass, field

import streamlit as st

KEY = "record of this run"


@dataclass
class RunRecord:
    """`read` are names of the address, `refused` sentences about values that are not on offer."""

    read: set[str] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)


def begin() -> None:
    """A new run: what the last one read counts no longer."""
    st.session_state[KEY] = RunRecord()


def record() -> RunRecord:
    if KEY not in st.session_state:
        begin()
    return st.session_state[KEY]
