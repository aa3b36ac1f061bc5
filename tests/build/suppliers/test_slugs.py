"""Slugs are safe in an address, unique and never empty, whatever the name holds."""

import re

from hypothesis import given
from hypothesis import strategies as st

from data.build.suppliers.slugs import slug, unique

HOSTILE = [
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x.example","y")',
    "\u202eevil\u202c",
    "x" * 10_000,
    "\U0001f600\U0001f600",
    "\u200b",
    "../../etc/passwd",
    "%00",
    "\u0645\u062f\u0631\u0633\u0629",
]


def test_a_slug_is_what_a_reader_would_write():
    assert slug("Capita Business Services") == "capita-business-services"
    assert slug("St Mary's & Sons") == "st-marys-and-sons"


def test_hostile_names_get_safe_slugs():
    found = unique((name, name) for name in HOSTILE)
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", one) for one in found)
    assert len(set(found)) == len(HOSTILE)


@given(st.lists(st.text(), max_size=30, unique=True))
def test_slugs_are_unique_and_never_empty(names):
    found = unique((name, name) for name in names)
    assert len(set(found)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9-]+", one) for one in found)


def test_equal_names_are_told_apart_by_their_key_alone():
    first = unique([("Acme", "a"), ("Acme", "b")])
    assert first[0] == "acme"
    assert unique([("Other", "o"), ("Acme", "a"), ("Acme", "b")])[2] == first[1]
