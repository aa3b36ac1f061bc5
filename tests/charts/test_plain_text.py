"""Names from files can't act in a figure."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.plain_text import inert, wrapped


@given(st.text())
def test_no_text_keeps_a_tag_or_a_mark_that_turns_the_writing(text):
    for made in (inert(text), wrapped(text).replace("<br>", " ")):
        assert not re.search("[<>\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\x00-\x08]", made)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"])))
def test_ordinary_text_reads_as_it_was(text):
    assert unescape(inert(text)) == text


def test_markup_is_shown_and_not_obeyed():
    assert inert("<b>Fish & Chips</b>") == "&lt;b&gt;Fish &amp; Chips&lt;/b&gt;"
    assert inert("&lt;i&gt;") == "&amp;lt;i&amp;gt;"


def test_a_name_that_turns_the_writing_is_straightened():
    assert inert("\u202eELGOOG\u202c Ltd\n\tUK") == "ELGOOG Ltd UK"


@pytest.mark.parametrize("text", ["word " * 30, "a" * 200, "", "<b>" * 60])
def test_lines_are_short_enough_for_a_phone(text):
    assert all(len(unescape(line)) <= 44 for line in wrapped(text).split("<br>"))
