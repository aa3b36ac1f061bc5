"""Amounts below zero in tables: −£1,601, never £-1,601; others as the column says."""

import polars as pl
import streamlit as st

from components.words.signed_pounds import signed

POUNDS = st.column_config.NumberColumn("£", format="£%,.0f")
PENCE = st.column_config.NumberColumn("£", format="£%,.2f")


def test_a_credit_has_its_sign_before_the_pound_and_an_amount_its_pence():
    shown, config = signed(pl.DataFrame({"£": [-1601.0, 574.4, None]}), {"£": PENCE})
    said = shown.to_html()
    assert "−£1,601.00" in said and "£574.40" in said and "£-" not in said
    assert config["£"]["type_config"]["format"] is None
    assert PENCE["type_config"]["format"] == "£%,.2f"  # shared by other tables


def test_a_table_without_credits_is_left_as_it_is():
    frame = pl.DataFrame({"£": [1.0], "Other": [-1.0]})
    shown, config = signed(frame, {"£": POUNDS})
    assert shown is frame and config == {"£": POUNDS}


def test_numbers_still_sort_as_numbers():
    shown, _ = signed(pl.DataFrame({"£": [-5.0, 40.0]}), {"£": POUNDS})
    assert shown.data["£"].to_list() == [-5.0, 40.0]
