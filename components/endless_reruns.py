"""A page that asks to be run again, or leads to itself, does so a few times and then stands.

A click is followed by running a page again. What a figure says was clicked comes through the
page's socket, which takes messages from any program: a mark that nobody drew led to the same page
with the same click, and one message kept a core at work for as long as its sender stayed.
"""

import functools
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import RerunException

log = logging.getLogger(__name__)
# More than any click of ours needs: a choice that is put right, and the page that it leads to.
MOST = 5
SAID = "This page led to itself again and again, and was stopped. Please choose once more."
COUNTED = "runs_without_a_word_of_the_reader"


@dataclass
class Count:
    """`runs` that a run of this session asked for, since one came to its end."""

    runs: int = 0


def end_them() -> None:
    """For every session of this process; more than once is as once."""
    for name in ("rerun", "switch_page"):
        asking = getattr(st, name)
        if not isinstance(asking, Bounded):
            setattr(st, name, Bounded(asking))


@contextmanager
def counted() -> Iterator[None]:
    """Round a run: what is asked after it is the reader's, unless it ended in a run again."""
    # Had before: a run that is being stopped is let at its session's state no more.
    count = _count()
    try:
        yield
    except RerunException:
        raise
    except BaseException:
        count.runs = 0
        raise
    count.runs = 0


def _count() -> Count:
    return st.session_state.setdefault(COUNTED, Count())


class Bounded:
    """`asking`, which ends the run and begins another, no more than MOST times in succession."""

    def __init__(self, asking: Callable[..., None]) -> None:
        self.asking = asking
        functools.update_wrapper(self, asking)

    def __call__(self, *given: Any, **named: Any) -> None:
        count = _count()
        if count.runs >= MOST:
            log.info("A page led to itself again and again.")
            # Whoever asks for another run counts on this one's end.
            st.warning(SAID)
            st.stop()
        count.runs += 1
        self.asking(*given, **named)
