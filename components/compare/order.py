"""In which order measures stand: what stands out first, or service by service."""

import streamlit as st

from components.address import pick, refusal
from findings.judgements import Finding
from findings.standing import in_order_of_standing

NAME = "order"
STANDING, SERVICE = "standing", "service"
ORDERS = {STANDING: "What stands out first", SERVICE: "Service by service"}


def choose_order() -> str:
    return pick(st.selectbox, "In order of", NAME, list(ORDERS), words=ORDERS.get)


def wrong_order() -> str | None:
    return refusal(NAME, list(ORDERS), "order")


def in_order(found: list[Finding], order: str) -> list[Finding]:
    """`found` comes in the codebook's order, which is service by service."""
    return in_order_of_standing(found) if order == STANDING else found
