"""What do councils buy one by one that they could buy together?"""

import polars as pl
import streamlit as st

from components.asking import answer
from components.brand import brand
from components.together import caveats, held, kinds, own, suppliers
from components.together.choices import Chosen, choose
from components.words import safe

NOTHING = "This edition holds no payments yet."


def page() -> None:
    st.set_page_config(page_title=f"Bought separately · {brand().name}")
    st.title("Bought separately", anchor="content")
    st.markdown("What do councils buy one by one that they could buy together?")
    caveats.lead()
    chosen = choose()
    if chosen is None:
        st.info(NOTHING)
        return
    _compared(chosen)


def _compared(chosen: Chosen) -> None:
    covered = held.asked(chosen)
    has_months = covered.frame.filter(pl.col("months_held") > 0)
    chosen = chosen.held(has_months["council"])
    sources = has_months["source"].unique(maintain_order=True).to_list()
    st.markdown(safe(held.in_short(covered)))
    caveats.left_out(answer("together/left_out", **chosen.takes, duty=caveats.DUTY))
    mine = "[In its own view](#own) · " if chosen.subject else ""
    st.markdown(
        f"On this page: {mine}[Suppliers](#suppliers) · [Kinds of things](#kinds) · "
        "[What is held](#held)"
    )
    if chosen.subject:
        own.own(chosen, sources)
    found = kinds.asked(chosen)
    suppliers.suppliers(chosen, found, sources)
    kinds.kinds(chosen, found, sources)
    held.held(covered)


page()
