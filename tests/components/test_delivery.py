"""Dates of changes as years of the panel, and estimates as differences."""

from math import expm1

import polars as pl
import pytest

from components.delivery.changes import WAYS
from components.delivery.coefficients import VARIANTS, per_step
from components.delivery.dated import changes, first_year_after, held_in
from components.delivery.plain_names import naming, plainly, share_words
from components.delivery.specification import STILL, covariates_of
from inference.events.changes import direction
from inference.panel.fixed_effects import Effects
from inference.panel.robustness import variants
from inference.panel.sample import Specification
from tests.inference.panel.made_panel import made_panel

EVENTS = pl.DataFrame(
    [
        ("AAA", "own", "company", "2018-04-01", None),
        ("BBB", "own", "company", "2018-02", "2020-09"),
        ("BBB", "company", "own", "2020-09", None),
        ("CCC", "own", "company", "2019", None),
        # As Slough: from one other body to another, out of the council all the time.
        ("SLG", "own", "independent_trust", "2015-10-01", "2021-04-01"),
        ("SLG", "independent_trust", "company", "2021-04-01", None),
        # A council that began with another's company, and one whose end alone is told.
        ("NEW", "company", "company", "2021-04-01", None),
        ("END", "own", "private", "2015", "2019"),
        ("WHO", None, "private", "2015", None),
    ],
    schema=["council", "before", "deliverer", "since", "until"],
    orient="row",
)


@pytest.mark.parametrize(
    ("since", "year"),
    [
        ("2018-04", 2019),
        ("2018-04-01", 2019),
        ("2018-03-31", 2018),
        ("2018-12", 2019),
        ("2018", 2019),
    ],
)
def test_the_first_year_after_a_change_ends_on_a_31_march_after_it(since, year):
    assert first_year_after(since) == year


def test_a_service_that_came_back_stands_on_neither_side():
    panel = pl.DataFrame({"council": ["AAA", "BBB", "CCC", "DDD", "DDD"]})
    assert changes(panel, EVENTS).rows() == [("AAA", 2019), ("CCC", 2020), ("DDD", None)]


def test_a_change_between_two_other_bodies_is_no_return():
    assert changes(pl.DataFrame({"council": ["SLG"]}), EVENTS).rows() == [("SLG", 2016)]
    assert all("SLG" in held_in(year, EVENTS) for year in range(2016, 2026))


def test_who_was_out_from_the_first_or_of_whom_half_is_told_stands_on_neither_side():
    panel = pl.DataFrame({"council": ["NEW", "END", "WHO"]})
    assert changes(panel, EVENTS).is_empty()


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        ("own", "company", "out"),
        ("private", "own", "back"),
        ("independent_trust", "company", "between"),
        ("private", "private", "between"),
        (None, "company", None),
    ],
)
def test_a_change_has_a_direction(before, after, way):
    assert direction(before, after) == way
    assert way in WAYS


@pytest.mark.parametrize(
    ("year", "held"),
    [(2017, set()), (2018, {"BBB"}), (2020, {"AAA", "BBB", "CCC"}), (2021, {"AAA", "CCC"})],
)
def test_another_body_runs_the_service_from_its_first_31_march_to_its_last(year, held):
    three = EVENTS.filter(pl.col("council").is_in(["AAA", "BBB", "CCC"]))
    assert held_in(year, three) == held


@pytest.mark.parametrize("log", [False, True])
def test_differences_are_for_ten_points_and_in_per_cent_of_a_logarithm(log):
    wanted = Specification("outcome", "share", ("need",), log_outcome=log, weight="children")
    near = variants(made_panel(), wanted)
    found = per_step(near, 10, log)
    for row, raw in zip(found.rows(named=True), near.rows(named=True), strict=True):
        for name in ("estimate", "lower", "upper"):
            if raw[name] is None:
                assert row[name] is None
                assert row["note"] == plainly(raw["refused"])
                continue
            expected = 100 * expm1(10 * raw[name]) if log else 10 * raw[name]
            assert row[name] == pytest.approx(expected)
    assert found["chosen"].to_list() == [True] + [False] * (found.height - 1)


def test_every_variant_has_words():
    found = {"chosen"}
    for effects in Effects.__args__:
        for lag in range(3):
            wanted = Specification("outcome", "share", ("need",), effects, lag, weight="children")
            found |= set(variants(made_panel(25, 5), wanted)["variant"])
    assert found == set(VARIANTS)


def test_what_never_changes_is_not_offered_where_councils_are_set_aside():
    for effects in ("two_way", "council"):
        assert not set(STILL) & set(covariates_of(effects))
    assert set(STILL) <= set(covariates_of("year"))


def test_columns_are_called_as_a_reader_calls_them():
    assert plainly("share_pct never changes within a council: nothing.") == (
        "The share never changes within a council: nothing."
    )
    assert "_" not in plainly("density_doublings and share_0_15_pct say the same.")


def test_a_share_is_named_after_its_deliverer_and_its_part():
    assert share_words("private", "Children's homes") == (
        "private companies' share of children's homes"
    )
    assert share_words("own", "Libraries") == "council's own share of libraries"
    assert share_words("new_kind", "Libraries").endswith("libraries")


def test_differences_of_a_share_are_percentage_points():
    row = {"title": "Moves", "official_title": "Moves", "unit": "%", "decimals": 0}
    made = naming(row, "share")
    assert (made.unit, made.decimals) == ("percentage points", 2)
