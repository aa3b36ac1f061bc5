"""A search reads from an address what it wrote, and refuses the rest by name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.searching import (
    ADDRESS,
    LONGEST,
    Offered,
    Search,
    pattern,
    read,
    takes,
    way,
    without,
    write,
)

OFFERED = Offered({"aldby": "MAA", "carrby": "MAC"}, ["highways"], ["home_care"])
FULL = Search(
    supplier="acme care",
    paid="acme-care",
    councils=("aldby", "carrby"),
    service="highways",
    category="none",
    first=date(2022, 4, 1),
    last=date(2023, 3, 1),
    least=-0.29,
    most=1_000_000.0,
    words="refuse",
    cards="only",
    credits="without",
)


def test_a_search_comes_back_from_its_address():
    assert read(write(FULL), OFFERED) == (FULL, [])
    assert read({}, OFFERED) == (Search(), [])
    assert set(write(FULL)) == set(ADDRESS)


@given(st.dictionaries(st.sampled_from(ADDRESS), st.text(max_size=300)))
def test_any_address_is_read(address):
    found, wrong = read(address, OFFERED)
    assert set(wrong) <= set(ADDRESS)
    assert read(write(found), OFFERED) == (found, [])
    takes(found, OFFERED)


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ({"from": "2023-13"}, ["from"]),
        ({"from": "2023-04", "to": "2022-04"}, ["from", "to"]),
        ({"least": "nan"}, ["least"]),
        ({"most": "1e99"}, ["most"]),
        ({"least": "9", "most": "1"}, ["least", "most"]),
        ({"council": "aldby,atlantis"}, ["council"]),
        ({"service": "x"}, ["service"]),
        ({"cards": "maybe"}, ["cards"]),
        ({"supplier": "x" * (LONGEST + 1)}, ["supplier"]),
    ],
)
def test_what_leads_nowhere_is_named_and_left_out(address, wrong):
    found, refused = read(address, OFFERED)
    assert refused == wrong
    assert found in (Search(), Search(councils=("aldby",)))


def test_the_code_of_a_council_is_taken_for_it():
    assert read({"council": "maa,carrby,aldby"}, OFFERED) == (
        Search(councils=("aldby", "carrby")),
        [],
    )


def test_every_part_can_be_taken_away():
    for name in ADDRESS:
        fewer = without(FULL, name, "aldby" if name == "council" else "")
        assert fewer != FULL
        left = write(fewer)
        assert left.get(name) == ("carrby" if name == "council" else None)
        assert {key: left[key] for key in ADDRESS if key != name} == {
            key: text for key, text in write(FULL).items() if key != name
        }


def test_signs_of_a_pattern_are_looked_for_as_they_stand():
    assert pattern("50% of_it ^") == "%50^%%of^_it%^^%"
    assert pattern("  ") is None


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        (Search(), ("by_place", 100)),
        (Search(supplier="x"), ("by_supplier", 7)),
        (Search(paid="x", councils=("aldby",)), ("by_supplier", 7)),
    ],
)
def test_the_cheapest_way_is_taken(search, expected):
    assert way(search, by_place=100, by_supplier=7) == expected


def test_a_widely_paid_supplier_of_one_council_is_looked_for_in_the_council():
    assert way(Search(paid="x"), by_place=3, by_supplier=7) == ("by_place", 3)
