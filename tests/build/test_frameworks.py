"""Records of frameworks: whole, naming what is there, and held to the published list."""

from collections import Counter

import duckdb
import polars as pl
import pytest
from pydantic import ValidationError

from data.build import paths
from data.build.contract import create_contract
from data.build.frameworks import Figure, Framework, Metric, describe_frameworks, load_frameworks
from data.build.reading import Bench
from data.build.records import RecordError, load_families

[LOCAL] = [one for one in load_frameworks(paths.FRAMEWORKS) if one.framework == "local_outcomes"]
METRIC = {
    "metric": "1.01",
    "outcome": 1,
    "title": "Bins",
    "official_title": "Bins emptied",
    "kind": "outcome",
    "polarity": "higher",
    "level": "all",
    "publisher": "Office of Invention",
    "held": "exact",
    "figure": [{"measure": "bins", "relation": "exact"}],
}


def framework(*metrics: dict) -> Framework:
    return Framework.model_validate(
        {
            "framework": "made_up",
            "title": "Framework",
            "publisher": "Office of Invention",
            "landing_url": "https://example.org/",
            "published": "2025-01-01",
            "nation": "England",
            "source": "numbers",
            "about": "Made up.",
            "cautions": [],
            "level": {"all": {"classes": ["unitary"], "says": "All."}},
            "outcome": [{"outcome": 1, "title": "Clean", "ambition": "clean streets"}],
            "metric": list(metrics),
        }
    )


def test_the_whole_framework_is_there_once():
    numbers = Counter(one.metric for one in LOCAL.metric)
    assert len(numbers) == 115
    assert set(numbers.values()) == {1}
    assert [one.outcome for one in LOCAL.outcome] == list(range(1, 17))
    assert {one.outcome for one in LOCAL.outcome if one.contextual} == {15, 16}


def test_every_measure_that_a_metric_names_is_one_of_ours():
    known = {m.slug for family in load_families(paths.MEASURES).values() for m in family.measures}
    named = {f.measure for one in LOCAL.metric for f in one.figure if f.measure}
    assert named <= known


def test_what_is_held_and_what_is_not_adds_up():
    held = Counter(one.held for one in LOCAL.metric)
    assert held["no_metric"] == 1
    assert sum(held.values()) == 115
    # No figure is made where the publisher has none by council, or where it would be misread.
    never = {one.metric for one in LOCAL.metric if "subtract" in (one.caution or "")}
    assert "4.03" in never
    assert all(one.held == "not_held" for one in LOCAL.metric if one.metric in never)
    assert sum(one.not_ranked_because is not None for one in LOCAL.metric) == 12


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"held": "not_held"}, "no figure"),
        ({"figure": []}, "names its figure"),
        ({"figure": [{"measure": "bins", "relation": "near", "differs": "So."}]}, "only near"),
        ({"official_title": None}, "wording"),
        ({"metric": "1.1"}, "pattern"),
    ],
)
def test_a_record_that_contradicts_itself_is_refused(change, says):
    with pytest.raises(ValidationError, match=says):
        Metric.model_validate(METRIC | change)


def test_a_figure_is_one_thing_and_says_how_it_differs():
    with pytest.raises(ValidationError, match="one of them"):
        Figure.model_validate({"relation": "exact"})
    with pytest.raises(ValidationError, match="says how it differs"):
        Figure.model_validate({"measure": "bins", "relation": "near"})


@pytest.mark.parametrize("change", [{"level": "nobody"}, {"outcome": 2}])
def test_a_metric_of_no_level_or_outcome_is_refused(change):
    with pytest.raises(ValidationError, match=r"no level|no outcome"):
        framework(METRIC | change)


@pytest.fixture
def bench() -> Bench:
    database = duckdb.connect()
    create_contract(database)
    return Bench(database)


def test_a_measure_that_is_not_there_is_named_with_those_near_it(bench):
    bench.database.execute("CREATE SCHEMA made; CREATE TABLE made.measure (measure VARCHAR)")
    bench.database.execute("INSERT INTO made.measure VALUES ('bins_recycled')")
    bench.database.execute("SET search_path = 'made,main'")
    with pytest.raises(RecordError, match=r"1\.01.*'bins'.*bins_recycled"):
        describe_frameworks(bench, [framework(METRIC)])


def test_the_four_tables_are_filled(bench, monkeypatch):
    frames: dict[str, pl.DataFrame] = {}
    monkeypatch.setattr(bench, "insert", frames.__setitem__)
    bench.database.execute("CREATE SCHEMA made; CREATE TABLE made.measure (measure VARCHAR)")
    bench.database.execute("INSERT INTO made.measure VALUES ('bins')")
    bench.database.execute("SET search_path = 'made,main'")
    describe_frameworks(bench, [framework(METRIC)])
    assert frames["framework"].height == 1
    assert frames["framework_metric"]["classes"].to_list() == [["unitary"]]
    assert frames["framework_figure"].row(0, named=True)["part"] == 1
