"""A page that is run for one of its figures alone: no reader sees it, and nothing is drawn.

`figure()` is where every chart of every page passes with its words, so the figure that a program
asks for is the page's own, from the same query by the same code.
"""

from dataclasses import dataclass, field

import polars as pl
import streamlit as st

from components.figure.downloads import Leaving
from components.figure.found import Found
from components.words.spelling import plain_texts

KEY = "figure that is sought"


@dataclass(frozen=True)
class Listed:
    key: str
    title: str
    period: str
    unit: str


@dataclass
class Sought:
    """`key` of the figure; None to be told which there are."""

    key: str | None
    found: Found | None = None
    listed: list[Listed] = field(default_factory=list)


def sought() -> Sought | None:
    """None when a reader has the page open."""
    return st.session_state.get(KEY)


def offered(one: Sought, leaving: Leaving, picture: object, table: pl.DataFrame) -> None:
    """Take the figure and end the page's run, or note that it is there."""
    one.listed.append(Listed(leaving.key, leaving.title, leaving.period, leaving.unit))
    if leaving.key == one.key:
        one.found = Found(leaving, picture, plain_texts(table))
        st.stop()
