"""What changed since the edition before, for all and for one council, in words."""

import shutil

import duckdb
import pytest

import queries
from components.words.changed import whats_new
from queries import ask
from tests.pages.opening import opened, words

pytestmark = pytest.mark.usefixtures("world")


def test_it_says_what_is_new_for_all_councils():
    page = opened("changes")
    assert not page.exception
    said = words(page)
    assert "Since edition 2024-01-01-world" in said
    headings = [one.value for one in page.subheader]
    assert headings == ["Revised: 1 series", "More periods: 2 series",
                        "New measures and lines: 1 series"]  # fmt: skip


def test_it_says_of_one_council_what_was_revised_and_by_how_much():
    said = words(opened("changes", council="aldby"))
    assert (
        "- **Revised**: Bins recycled, 2022-23: 40.0% before, 41.5% now "
        "(1 other period as well)." in said
    )
    assert "- **New**: Children seen (2017-18 to" in said


def test_a_revision_smaller_than_what_is_shown_is_no_change_of_nothing():
    said = words(opened("changes", council="bexholme"))
    assert "Bins recycled, 2021-22: 40.0% as before, by less than is shown." in said


def test_new_periods_are_those_of_which_the_council_has_figures():
    """A council without a return of the new year is not told that it has one."""
    told = {
        key: set(ask("council/changes", council=key).filter(change="new_period")["series"])
        for key in ("MAA", "SCA")
    }
    assert "total" in told["MAA"]
    assert told["SCA"] == set()


@pytest.mark.parametrize("council", ["nowhere", "'; DROP TABLE council; --"])
def test_a_council_that_is_not_known_is_a_sentence(council):
    page = opened("changes", council=council)
    assert not page.exception
    assert "All councils are shown." in words(page)


def test_where_no_earlier_edition_was_known_it_says_so(world_database, tmp_path, monkeypatch):
    other = tmp_path / "other.duckdb"
    shutil.copy(world_database, other)
    with duckdb.connect(other) as con:
        con.execute("DELETE FROM edition_change; UPDATE edition SET before = NULL")
    monkeypatch.setattr(queries, "EDITION", other)
    said = words(opened("changes", council="aldby"))
    assert "no earlier one was at hand, so what it changed is not known" in said
    assert "“Made-up numbers” (Office of Invention, 1 January 2025)" in said
    assert "For all councils" not in said
    assert "is not known" in whats_new()
