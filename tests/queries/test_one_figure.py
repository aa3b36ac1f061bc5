"""The same council, measure and period is the same figure on every page."""

import random
from functools import cache

import polars as pl
import pytest
from polars.testing import assert_frame_equal

import queries
from components.answers import answer
from components.figure.downloads import as_csv
from queries import ask

KINDS = ["outcome", "activity", "delivery", "spend"]
FIGURE = ["council", "value", "lower", "upper", "status", "note"]
NEEDS_EDITION = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)


def groups() -> list[dict[str, object]]:
    return [
        {name: row[name] for name in ("service", "nation", "comparison_group")}
        for row in ask("service/groups").rows(named=True)
    ]


@cache
def with_measures() -> list[dict[str, object]]:
    """The edition's groups that have figures: asked for once, drawn from by every seed."""
    return [one for one in groups() if ask("service/measures", **one).height]


@NEEDS_EDITION
@pytest.mark.parametrize("seed", range(60))
def test_council_compare_and_service_agree(seed):
    """A service, a group, a measure and a council of it: the three pages' queries, to the bit."""
    rng = random.Random(seed)
    of = rng.choice(with_measures())
    offered = ask("service/measures", **of)
    newest = offered.group_by("measure", maintain_order=True).first()
    chosen = rng.choice(newest.rows(named=True))
    shown = {"measure": chosen["measure"], "period": chosen["period"]}
    service = ask("service/figures", **of, **shown)
    running = service.filter(pl.col("value").is_not_null())
    council = rng.choice(running["council"].to_list())

    page = ask("council/outcomes", council=council, model="same_class", kinds=KINDS)
    row = page.filter(measure=chosen["measure"]).row(0, named=True)
    trend = ask(
        "council/measure_trend",
        council=council,
        model="same_class",
        others=[],
        measure=chosen["measure"],
    ).filter(period=chosen["period"])
    assert trend["value"].item() == service.filter(council=council)["value"].item()
    assert row["period"] >= chosen["period"] or row["period"][:4] <= chosen["period"][:4]

    takes = {"council": council, "model": "own"}
    compare = ask(
        "compare/figures",
        **takes,
        others=service["council"].to_list(),
        measures=[chosen["measure"]],
        periods=[chosen["period"]],
    )
    # A list of one's own keeps out councils too small to set a scale; the service page shows them.
    same = service.filter(~pl.col("sparse") | (pl.col("council") == council))
    assert_frame_equal(compare.select(FIGURE).sort("council"), same.select(FIGURE).sort("council"))
    assert_frame_equal(
        compare.select("council", "left_out_because").sort("council"),
        same.select("council", "left_out_because").sort("council"),
    )


@NEEDS_EDITION
@pytest.mark.parametrize("seed", range(60))
def test_the_map_and_a_downloaded_file_agree_with_the_service_page(seed):
    rng = random.Random(1_000 + seed)
    of = rng.choice(with_measures())
    chosen = rng.choice(ask("service/measures", **of).rows(named=True))
    shown = {"measure": chosen["measure"], "period": chosen["period"]}
    one = answer("service/figures", **of, **shown)
    mapped = ask(
        "map/values",
        **shown,
        nation=of["nation"],
        groups=[of["comparison_group"]],
        prices="real",
    )
    held = one.frame.filter(pl.col("value").is_not_null())
    on_the_map = mapped.filter(pl.col("council").is_in(held["council"].to_list()))
    assert_frame_equal(
        on_the_map.select(FIGURE[:5]).sort("council"), held.select(FIGURE[:5]).sort("council")
    )
    file = pl.read_csv(as_csv(one), infer_schema_length=None)
    assert file["council"].to_list() == one.frame["council"].to_list()
    # A column in which nothing stands is read back as text.
    for column in ("value", "lower", "upper"):
        assert file[column].cast(pl.Float64).to_list() == one.frame[column].to_list()
    assert file["status"].to_list() == one.frame["status"].to_list()


@NEEDS_EDITION
@pytest.mark.parametrize("seed", range(20))
def test_the_explorer_adds_up_to_the_council_page_and_the_measure(seed):
    """Pounds of a service: Explorer's parts, Council's total, and £ per head times residents."""
    rng = random.Random(2_000 + seed)
    names = ask("council/names").filter(pl.col("ends").is_null(), nation="England")
    council, slug = rng.choice(names.select("council", "slug").rows())
    period = rng.choice(["2015-16", "2021-22", "2023-24"])
    page = ask(
        "council/spending_beside_peers",
        council=council,
        model="same_class",
        others=[],
        period=period,
        money="real_total",
    ).filter(pl.col("value").is_not_null(), ~pl.col("service").is_in(["decided", "total"]))
    explored = ask(
        "explorer/spending",
        nation="England",
        period=period,
        prices="real",
        parts=False,
        lines=bool(seed % 2),
        service=None,
        line=None,
        component=None,
        **{"class": None},
        region=None,
        slug=slug,
    )
    sums = dict(explored.group_by("service").agg(pl.col("value").sum()).iter_rows())
    for row in page.rows(named=True):
        assert sums[row["service"]] == pytest.approx(row["value"], rel=1e-12)
    measured = ask(
        "compare/figures",
        council=council,
        model="same_class",
        others=[],
        measures=[f"spend_{row}" for row in page["service"]],
        periods=[period] * page.height,
    ).filter(council=council)
    heads = dict(page.select("service", "residents").iter_rows())
    for row in measured.filter(pl.col("value").is_not_null()).rows(named=True):
        service = row["measure"].removeprefix("spend_")
        assert row["value"] * heads[service] == pytest.approx(sums[service], rel=1e-9)


@NEEDS_EDITION
def test_who_does_not_run_a_service_is_in_none_of_its_figures():
    """Every group of every service: only councils of its register, in figures and in counts."""
    run = {
        (row["service"], council)
        for council in ask("council/names")["council"].to_list()
        for row in ask("council/responsibility", council=council).rows(named=True)
        if row["responsible"]
    }
    services = {service for service, _ in run}
    for of in groups():
        offered = ask("service/measures", **of)
        if offered.is_empty() or of["service"] not in services:
            continue
        first = offered.row(0, named=True)
        figures = ask("service/figures", **of, measure=first["measure"], period=first["period"])
        strangers = [c for c in figures["council"] if (of["service"], c) not in run]
        assert strangers == []
        assert first["figures"] == figures.filter(pl.col("left_out_because").is_null()).height


def test_a_council_that_does_not_run_a_service_is_not_in_the_world_either(world):
    """The world has a figure of children's services for districts, which don't run them."""
    of = {"service": "children", "nation": "England", "comparison_group": "upper"}
    figures = ask("service/figures", **of, measure="children_seen", period="2023-24")
    assert not {"DIA", "DIB", "DIC", "DID", "SCA"} & set(figures["council"])
    offered = ask("service/measures", **of).filter(measure="children_seen", period="2023-24")
    assert offered["figures"].item() == figures["left_out_because"].null_count()
