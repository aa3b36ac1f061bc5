"""Northamptonshire's roads: the page's figures are those of the map, the median is of them too."""

from statistics import median

import polars as pl
import pytest

import queries
from queries import ask

PLACES = ["NTH", "NNT", "WNT"]
pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)


@pytest.mark.parametrize("measure", ["roads_a_poor", "roads_b_c_poor"])
def test_figures_and_median_are_those_of_the_map(measure):
    shown = ask("delivery/one_place", places=PLACES, measure=measure)
    groups = ask("map/groups", measure=measure, nation="England")["comparison_group"].to_list()
    for period in shown["period"].unique():
        held = ask(
            "map/values",
            measure=measure,
            period=period,
            nation="England",
            groups=groups,
            prices="real",
        )
        values = dict(held.select("council", "value").iter_rows())
        counties = held.filter(
            (pl.col("class") == "county")
            & pl.col("ends").is_null()
            & ~pl.col("sparse")
            & pl.col("value").is_not_null()
        )["value"].to_list()
        for row in shown.filter(period=period).rows(named=True):
            assert row["value"] == values.get(row["council"]), (row["council"], period)
            assert row["peers_n"] == len(counties)
            assert row["peers_median"] == pytest.approx(median(counties))


def test_the_partner_and_its_dates_stand_with_their_evidence():
    rows = ask("delivery/events_of", service="highways", places=PLACES).rows(named=True)
    assert {row["council"] for row in rows} == set(PLACES)
    assert rows[0]["since"] == "2008-04"
    assert all(row["evidence_url"].startswith("http") and row["evidence_dated"] for row in rows)
