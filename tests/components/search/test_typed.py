"""What people type answers right in the first three: councils, slips, postcodes, measures …"""

import csv
from pathlib import Path

import pytest

import queries
from components.answers import answer
from components.search.finding import find
from components.search.lists import listed

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
with (Path(__file__).parent / "typed.csv").open(encoding="utf-8", newline="") as file:
    TYPED = [tuple(row.values()) for row in csv.DictReader(file)]
FIRST = 3


def test_there_are_enough_of_them():
    assert len(TYPED) >= 150


@pytest.mark.parametrize(("typed", "group", "title"), TYPED)
def test_the_answer_is_among_the_first_three(typed, group, title):
    found = find(typed)
    first = [(hit.entry.group, hit.entry.title) for hit in found.hits[:FIRST]]
    if group:
        assert (group, title) in first, first
    else:
        assert not [one for one in found.hits if one.entry.group == "Councils"], first


@pytest.mark.parametrize("typed", ["Jersey", "GY1 1AA", "isle of man", "sark"])
def test_what_lies_outside_the_kingdom_says_why(typed):
    assert "not a part of the United Kingdom" in find(typed).note


def test_a_postcode_that_does_not_exist_is_not_asserted():
    assert "if it is in use" in find("SW1A 0ZZ").note


def test_london_is_its_city_and_then_its_boroughs():
    city, greater = find("London").hits[:2]
    assert city.entry.title == "City of London"
    assert len(greater.entry.members) == 33
    assert greater.entry.members[0][0] == "city-of-london"
    assert "Greater London Authority" in greater.entry.note


def test_a_combined_authority_names_its_councils():
    (greater,) = [one.entry for one in find("Greater Manchester").hits[:1]]
    assert len(greater.members) == 10 and ("bury", "Bury") in greater.members


@pytest.mark.parametrize("name", ["nickname", "town", "area"])
def test_every_council_of_the_lists_is_known(name):
    slugs = set(answer("council/names").frame["slug"])
    named = {
        slug for row in listed(name) for slug in row.get("councils", row.get("council")).split()
    }
    assert named - slugs == set()


def test_a_subject_of_one_nation_is_not_offered_to_a_council_of_another():
    titles = [hit.entry.title for hit in find("how much does leeds spend on bins").hits]
    assert titles and not [
        one for one in titles if "Northern Ireland" in one or one == "Leeds: Bins and waste"
    ]


def test_only_suppliers_is_said_where_nothing_else_is_called_so():
    from components.search.answers import _summary

    assert _summary(find("Fens")) == "Only suppliers have “Fens” in their names."


def test_an_authority_leads_to_what_is_held_of_it():
    (park,) = [
        hit.entry for hit in find("Peak District").hits if hit.entry.group.startswith("Other")
    ]
    assert park.page == "explorer" and dict(park.query)["trail"] == "council:e6406"
    pages = {
        hit.entry.page
        for hit in find("West Yorkshire Combined Authority").hits
        if hit.entry.group.startswith("Other")
    }
    assert pages == {"explorer", "payments"}


@pytest.mark.parametrize(
    ("kind", "query", "column"),
    [("line", "search/lines", "line"), ("metric", "search/metrics", "metric"),
     ("category", "payments/categories", "category")],
)  # fmt: skip
def test_every_topic_names_what_there_is(kind, query, column):
    named = {row[kind] for row in listed("topic") if row[kind]}
    frame = answer(query).frame
    known = frame.filter("bought") if kind == "category" else frame
    assert named - set(known[column]) == set()


def test_every_authority_of_the_lists_is_known():
    named = {row["authority"] for row in listed("authority_name")}
    assert named - set(answer("search/authorities").frame["slug"]) == set()


def test_every_measure_and_service_of_the_topics_is_known():
    measures = set(answer("search/measures").frame["measure"])
    assert {row["measure"] for row in listed("topic") if row["measure"]} - measures == set()
