"""What do councils buy one by one that they could buy together?"""

import polars as pl
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.answer_first import drawer
from components.answers import answer
from components.branding import brand
from components.joint_buying import categories, caveats, coverage, own_view, shared_suppliers
from components.joint_buying.choices import Chosen, choose
from components.words.naming import safe

NOTHING = "This edition holds no payments yet."


def page() -> None:
    st.set_page_config(page_title=f"Bought separately · {brand().name}")
    st.title("Bought separately", anchor="content")
    st.markdown("What do councils buy one by one that they could buy together?")
    said = st.container()
    with drawer():
        chosen = choose()
    if chosen is None:
        said.info(NOTHING)
        return
    _compared(chosen, said)


def _compared(chosen: Chosen, said: DeltaGenerator) -> None:
    covered = coverage.asked(chosen)
    has_months = covered.frame.filter(pl.col("months_held") > 0)
    chosen = chosen.held(has_months["council"])
    sources = has_months["source"].unique(maintain_order=True).to_list()
    found = categories.asked(chosen)
    with said:
        categories.in_short(chosen, found)
        caveats.lead()
        st.markdown(safe(coverage.in_short(covered)))
        caveats.left_out(answer("joint_buying/left_out", **chosen.takes))
    mine = "[In its own view](#own) · " if chosen.subject else ""
    st.markdown(
        f"On this page: {mine}[Suppliers](#suppliers) · [Kinds of things](#kinds) · "
        "[What is held](#held)"
    )
    if chosen.subject:
        own_view.own(chosen, sources)
    shared_suppliers.suppliers(chosen, found, sources)
    categories.kinds(chosen, found, sources)
    coverage.held(covered)


page()
