"""Which tab is open is in the address, and what is not open is not made."""

from streamlit.testing.v1 import AppTest


def app() -> None:
    import streamlit as st

    from components.tabs import open_tabs

    for key in open_tabs("tab_bins", {"chart": "Chart", "table": "Table"}):
        st.write(f"made: {key}")


def made(**address: str) -> list[str]:
    one = AppTest.from_function(app)
    for name, value in address.items():
        one.query_params[name] = value
    return [text.value for text in one.run().markdown]


def test_the_first_is_open_when_the_address_says_nothing():
    assert made() == ["made: chart"]


def test_the_address_opens_another():
    assert made(tab_bins="table") == ["made: table"]


def test_what_the_address_cannot_mean_opens_the_first():
    assert made(tab_bins="<script>") == ["made: chart"]


def test_every_tab_can_be_open_at_once():
    assert made(tabs="all") == ["made: chart", "made: table"]
