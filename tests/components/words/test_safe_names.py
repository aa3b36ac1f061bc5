"""A name of a published file is text on a page: no markup and no link."""

import re

import pytest

from components.words.naming import WORD_JOINER, safe


@pytest.mark.parametrize("name", ["www.example.com", "WWW.example.com", "a@example.com"])
def test_a_bare_address_is_broken_by_a_mark_without_width(name):
    """It was a link to wherever the name said."""
    assert WORD_JOINER in safe(name)
    assert safe(name).replace(WORD_JOINER, "") == name


def test_the_scheme_of_an_address_is_broken():
    assert re.search(r"https?\\:" + WORD_JOINER + "//", safe("see https://example.com"))


def test_markup_is_escaped():
    assert safe("*a* [b](c) <i>") == r"\*a\* \[b\](c) \<i\>"


def test_plain_names_stay_as_they_are():
    assert safe("Awww. & Co, 3 Ltd") == "Awww. & Co, 3 Ltd"
