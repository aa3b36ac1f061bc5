"""By what way who delivers could reach an outcome: whole records, one for every pair."""

import pytest
from pydantic import ValidationError

from data.build import paths
from data.build.mechanisms import Mechanism, Mechanisms, Pairs, describe_mechanisms, read_mechanisms
from data.build.reading import Bench
from data.build.records import load_families
from inference.panel.causal_language import causal_words
from tests.build.delivery.small_world import make
from tests.build.delivery.test_codebook import rows as declared

RECORD = read_mechanisms(paths.MECHANISMS)
EVERY = [*RECORD.mechanism, *RECORD.none]


def keys(one: Pairs) -> list[tuple]:
    models = list(getattr(one, "expected", {None: None}))
    parts = one.parts or [None]
    return [(one.service, p, m, o) for p in parts for m in models for o in one.outcomes]


def test_every_part_kind_and_outcome_is_known_and_of_the_service():
    parts = {row["delivery_service"]: row["service"] for row in declared("delivery_service")}
    models = {row["model"] for row in declared("delivery_model")} | {"any"}
    measures = {
        one.slug: one.service
        for family in load_families(paths.MEASURES).values()
        for one in family.measures
    }
    for one in EVERY:
        assert {parts[part] for part in one.parts} <= {one.service}
        assert {measures[outcome] for outcome in one.outcomes} == {one.service}
        assert set(getattr(one, "expected", {})) <= models


def test_no_pair_has_two_records_nor_both_a_way_and_the_lack_of_one():
    held = [key for one in EVERY for key in keys(one)]
    assert len(held) == len(set(held))
    ways = {key[:2] + key[3:] for one in RECORD.mechanism for key in keys(one)}
    without = {key[:2] + key[3:] for one in RECORD.none for key in keys(one)}
    assert not ways & without


def test_a_record_is_in_sentences_and_claims_no_more_than_a_way():
    for one in EVERY:
        said = [one.reason, getattr(one, "mechanism", ""), getattr(one, "exposed", "")]
        assert all(text.endswith(".") for text in said if text)
        assert causal_words("\n".join(said)) == []


def test_a_part_and_the_whole_service_are_not_one_record():
    pair = {"service": "children", "outcomes": ["placement_moves"], "reason": "So."}
    way = pair | {"mechanism": "So.", "exposed": "All."}
    for wrong in (pair, pair | {"parts": ["childrens_homes"], "whole": True}):
        with pytest.raises(ValidationError, match="parts or whole"):
            Pairs.model_validate(wrong)
    with pytest.raises(ValidationError, match="expected is any"):
        Mechanism.model_validate(way | {"whole": True, "expected": {"private": "higher"}})


def test_they_are_rows_of_the_contract(monkeypatch):
    database = make({})
    database.execute("CREATE TABLE seen AS FROM delivery_mechanism")
    bench = Bench(database)
    monkeypatch.setattr(bench, "insert", lambda _, frame: database.register("found", frame))
    describe_mechanisms(bench, paths.MECHANISMS)
    database.execute("INSERT INTO seen BY NAME SELECT * FROM found")
    held = database.sql(
        "SELECT expected FROM seen WHERE delivery_service = 'childrens_home_places'"
        " AND measure = 'placed_far_from_home' ORDER BY model"
    ).fetchall()
    assert held == [("lower",), ("higher",)]
    whole = database.sql("SELECT DISTINCT model FROM seen WHERE delivery_service IS NULL")
    assert whole.fetchall() == [(None,)]
    assert Mechanisms.model_validate(RECORD.model_dump()) == RECORD
