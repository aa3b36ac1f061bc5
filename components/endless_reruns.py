"""A page that asks to be run again, or leads to itself, does so a few times and then stands.

A click is followed by running a page again. What a figure says was clicked comes through the
page's socket, which takes messages from any program: a mark that nobody drew led to the same page
with the same click, and one message kept a core at work for as long as its sender stayed.
"""

import functools
import logging
from collections.abc import Callable
from typing import Any

import streamlit as st

log = logging.getLogger(__name__)
# More than any click of ours needs: a choice that is put right, and the page that it leads to.
MOST = 5
COUNTED = "runs_without_a_word_of_the_reader"


def end_them() -> None:
    """For every session of this process; more than once is as once."""
    for name in ("rerun", "switch_page"):
        asking = getattr(st, name)
        if not isinstance(asking, Bounded):
            setattr(st, name, Bounded(asking))


def came_through() -> None:
    """A run has come to its end: what is asked next is the reader's."""
    st.session_state.pop(COUNTED, None)


class Bounded:
    """`asking`, which ends the run and begins another, no more than MOST times in succession."""

    def __init__(self, asking: Callable[..., None]) -> None:
        self.asking = asking
        functools.update_wrapper(self, asking)

    def __call__(self, *given: Any, **named: Any) -> None:
        runs = st.session_state.get(COUNTED, 0) + 1
        if runs > MOST:
            log.info("A page led to itself again and again.")
            return
        st.session_state[COUNTED] = runs
        self.asking(*given, **named)
