"""In which order measures stand: what stands out first, or service by service."""

import streamlit as st

from components.address import pick, refusal
from findings.judgements import Finding

NAME = "order"
STANDING, SERVICE = "standing", "service"
ORDERS = {STANDING: "What stands out first", SERVICE: "Service by service"}
# Worse before better: what asks a question before what answers one. Words of the same weight keep
# the codebook's order among themselves.
WEIGHTS = {
    "worse": 0,
    "better": 1,
    "somewhat_worse": 2,
    "somewhat_better": 3,
    "higher": 4,
    "lower": 4,
    "similar": 5,
    "grade": 6,
    "position": 6,
    "not_judged": 7,
}
NO_FIGURE = 8


def choose_order() -> str:
    return pick(st.selectbox, "In order of", NAME, list(ORDERS), words=ORDERS.get)


def wrong_order() -> str | None:
    return refusal(NAME, list(ORDERS), "order")


def in_order(found: list[Finding], order: str) -> list[Finding]:
    """`found` comes in the codebook's order, which is service by service."""
    return sorted(found, key=_weight) if order == STANDING else found


def _weight(one: Finding) -> int:
    return NO_FIGURE if one.row["value"] is None else WEIGHTS[one.judgement.word]
