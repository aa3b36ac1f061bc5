"""The hand-kept lists fit the sources and each other, and every label has its evidence."""

import csv
import re

import duckdb
import pytest

from data.build import paths
from data.build.records import load_families, load_sources
from tests.build.delivery.small_world import make

# What pounds, weeks and hours are counted in is never few; a council has the whole of its one way.
MONEY = ("spending", "activity", "councils")


def rows(name: str) -> list[dict]:
    with (paths.AREAS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_word_is_of_a_source_and_written_as_it_is_compared():
    sources = load_sources(paths.SOURCES)
    for row in rows("delivery_code"):
        assert sources[row["source"]].use in ("publish", "derived")
        assert row["published_word"] == row["published_word"].strip().lower()
        assert row["why"].endswith(".")


def test_every_line_is_written_as_it_is_compared_and_known():
    parts = {row["delivery_service"] for row in rows("delivery_service")}
    for row in rows("delivery_line") + rows("delivery_control"):
        assert row["delivery_service"] in parts
    for row in rows("delivery_line"):
        assert row["line"] == " ".join(row["line"].lower().split())


def test_a_series_is_unbroken_in_time():
    """A name that ends and comes back would join figures across a break."""
    seen: dict[str, list[str]] = {}
    for row in sorted(rows("delivery_line"), key=lambda row: row["period"]):
        names = seen.setdefault(row["delivery_service"], [])
        if not names or names[-1] != row["series"]:
            assert row["series"] not in names, row
            names.append(row["series"])


def test_a_measure_of_shares_and_its_part_require_as_many():
    """One number in two records: the measure's own page and the Delivery page leave out alike."""
    least = {row["delivery_service"]: row["min_total"] for row in rows("delivery_service")}
    for one in load_families(paths.MEASURES)["delivery_shares"].measures:
        part = one.key.split("|")[0]
        assert least[part] == ("" if one.min_denominator is None else f"{one.min_denominator:g}")
    counted = {row["delivery_service"]: row["counts"] for row in rows("delivery_service")}
    assert all(bool(least[part]) == (counts not in MONEY) for part, counts in counted.items())


def test_a_change_is_from_one_kind_to_one_and_no_council_leaves_itself_twice():
    """Slough went from one outside body to another: it did not come back in between."""
    held = [row for row in rows("delivery_event") if row["council"] == "SLG"]
    assert [(one["from_model"], one["model"]) for one in held] == [
        ("own", "independent_trust"),
        ("independent_trust", "company"),
    ]
    kinds: dict[tuple, str] = {}
    for row in sorted(rows("delivery_event"), key=lambda one: one["since"]):
        key = (row["council"], row["service"])
        assert row["from_model"], key
        assert kinds.get(key) in (None, row["from_model"]), key
        assert (row["from_model"], row["model"]) != ("own", "own")
        kinds[key] = row["model"]


def test_every_change_has_a_page_and_its_date():
    for row in rows("delivery_event"):
        assert re.fullmatch(r"https?://\S+", row["evidence_url"])
        assert row["evidence_dated"] and row["says"].endswith(".")
        assert row["since"] and (not row["until"] or row["since"] <= row["until"])


def test_the_contract_refuses_a_change_without_evidence_or_with_a_loose_date():
    world = make({})
    world.execute(
        "INSERT INTO delivery_event BY NAME SELECT 'LDS' council, 'children' service,"
        " 'company' model, 'A' organisation, '2020-01' since, 'u' evidence_url,"
        " 'd' evidence_dated, 's' says"
    )
    for change in ("since = 'spring 2020'", "evidence_url = NULL", "model = 'elves'"):
        with pytest.raises(duckdb.ConstraintException):
            world.execute(f"UPDATE delivery_event SET {change}")
