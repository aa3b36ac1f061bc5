"""A cited address opens the view that was cited."""

from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.opening import opened

pytestmark = pytest.mark.usefixtures("world")


def app() -> None:
    import streamlit as st

    from components.figure.citation import view_address

    st.write(view_address())


def cited(**address: str) -> str:
    one = AppTest.from_function(app)
    for name, value in address.items():
        one.query_params[name] = value
    return one.run().markdown[0].value


@pytest.mark.parametrize("typed", ["marks & spencer", "a=b", "50% #1", "Môn", "a+b", 'say "so"'])
def test_an_address_comes_back_as_it_was_asked(typed):
    address = cited(supplier=typed)
    assert " " not in address and '"' not in address
    assert parse_qs(urlsplit(address).query) == {"supplier": [typed]}


def test_which_tab_was_open_is_not_cited():
    assert "tab_" not in cited(council="leeds", tab_spend="table")


def test_a_figure_cites_its_address_in_one_piece():
    code = [one.value for one in opened("payments", supplier="marks & spencer").code]
    cites = [text for text in code if "Edition" in text]
    assert all("marks%20%26%20spencer" in text for text in cites)
