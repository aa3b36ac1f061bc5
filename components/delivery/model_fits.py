"""Estimates kept for all readers as long as the edition is the same."""

from dataclasses import dataclass

import polars as pl
import streamlit as st

from components.delivery.share_and_outcome import Together
from inference.need.expectation import Refusal
from inference.panel.estimation import Panel, fit_panel
from inference.panel.robustness import leave_one_out, variants
from inference.panel.sample import Specification, rows_for
from inference.panel.wild_bootstrap import wild_p_value
from queries import edition_key


@dataclass(frozen=True)
class Checked:
    """What `panel_checks.leave_one_out` gives by council and by year, and the bootstrap's p."""

    councils: pl.DataFrame
    years: pl.DataFrame
    wild_p: float


def estimates(one: Together, wanted: Specification) -> tuple[Panel | Refusal, pl.DataFrame]:
    """The fit (or why there is none), and those one step from it."""
    return _fitted(edition_key(), one.asked.takes, repr(wanted), wanted, one.frame)


def checks(one: Together, wanted: Specification) -> Checked:
    """Some hundreds of fits: only for a reader who asks, and for a specification that holds."""
    return _checked(edition_key(), one.asked.takes, repr(wanted), wanted, one.frame)


# Arguments that begin with an underscore are no part of what is kept under.
@st.cache_resource(max_entries=300, show_spinner=False)
def _fitted(edition: str, takes: dict, spec: str, _wanted: Specification, _frame: pl.DataFrame):
    return fit_panel(_frame, _wanted), variants(_frame, _wanted)


@st.cache_resource(max_entries=100, show_spinner="Leaving out one council after another …")
def _checked(edition: str, takes: dict, spec: str, _wanted: Specification, _frame: pl.DataFrame):
    return Checked(
        leave_one_out(_frame, _wanted, "council"),
        leave_one_out(_frame, _wanted, "year"),
        wild_p_value(rows_for(_frame, _wanted).used, _wanted),
    )
