"""The comparison is the council page's: same figures, same peers, same rules; and the own list."""

import random

import polars as pl
import pytest
from polars.testing import assert_frame_equal

import queries
from components.compare.comparison import ranked
from components.peers.own_list import judged_beside
from findings.judgements import findings
from queries import ask

KINDS = ["outcome", "activity", "spend", "finance"]
SHARED = ["measure", "period", "value", "lower", "upper", "denominator", "status", "peers_n"]
SHARED += ["peers_median", "peers_q1", "peers_q3"]
NEEDS_EDITION = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)


def compared(council: str, model: str = "same_class", others=(), measures=("bins_recycled",)):
    takes = {"council": council, "model": model, "others": list(others)}
    beside = ask("compare/measures", council=council, model=model, measures=list(measures))
    shown = {"measures": beside["measure"].to_list(), "periods": beside["period"].to_list()}
    return beside, ask("compare/figures", **takes, **shown)


def test_the_subject_is_not_among_its_peers_and_small_ones_are_out_of_n(world):
    beside, figures = compared("MAA")
    assert beside["peers_n"].to_list() == [2]
    reasons = dict(figures.select("council", "left_out_because").iter_rows())
    assert reasons == {
        "MAA": None,
        "MAB": None,
        "MAC": None,
        "MAD": "denominator_small",
        "MAE": "suppressed",
    }


def own_list(council: str, others, measures=("bins_recycled",)) -> pl.DataFrame:
    """What Compare makes of a reader's own list."""
    beside, figures = compared(council, "own", others, measures)
    shown = {"measures": beside["measure"].to_list(), "periods": beside["period"].to_list()}
    models = ask("compare/peer_models", council=council, **shown)
    return judged_beside(beside, figures, models, council)


def test_an_own_list_of_a_models_peers_gives_the_models_numbers(world):
    names = ["MAB", "MAC", "MAD", "MAE"]
    for one, other in zip(compared("MAA"), compared("MAA", "own", names), strict=True):
        if "name" in one.columns:
            assert_frame_equal(one, other)
    made = own_list("MAA", names).row(0, named=True)
    stored = compared("MAA")[0].row(0, named=True)
    for column in ("peers_n", "peers_median", "below_n", "same_n", "word", "reason"):
        assert made[column] == stored[column]


def test_an_own_list_keeps_to_nation_group_and_scale(world):
    """A Scot, a sparse one, the council itself and a county that doesn't collect bins."""
    made = own_list("MAA", ["SCA", "LND", "MAA", "CSH", "UNC"])
    assert made["peers_n"].to_list() == [1]


def test_a_sparse_council_stands_beside_nobody(world):
    """Not even as one who is left out: neither on a list of one's own nor under a model."""
    _, own = compared("MAA", "own", ["LND", "UNC"])
    assert set(own["council"]) == {"MAA", "UNC"}
    for model in ("ons_global", "same_region"):
        assert "LND" not in set(compared("LBA", model)[1]["council"])


@NEEDS_EDITION
@pytest.mark.parametrize("seed", range(12))
def test_an_own_list_of_a_models_peers_is_judged_as_the_model_is(seed):
    """On the edition, by another way than the table: every measure, every column."""
    rng = random.Random(seed)
    council = rng.choice(ask("council/names")["council"].to_list())
    model = rng.choice(ask("council/models", council=council)["model"].to_list() or ["usual"])
    measures = ask("compare/offered", council=council)["measure"].to_list()
    stored, figures = compared(council, model, measures=measures)
    others = figures.filter(pl.col("council") != council)["council"].unique().to_list()
    # A usual peer on one service is none on another: the list is one for all.
    if model == "usual":
        of_one = stored["service"][0] if stored.height else None
        measures = stored.filter(service=of_one)["measure"].to_list()
        stored, figures = compared(council, model, measures=measures)
        others = figures.filter(pl.col("council") != council)["council"].unique().to_list()
    if not others:
        return
    made = own_list(council, others, measures)
    columns = ["measure", "left_out_because", "peers_n", "peers_median", "peers_q1", "peers_q3"]
    columns += ["peers_min", "peers_max", "below_n", "same_n", "word", "reason"]
    expected = stored.filter(pl.col("measure").is_in(made["measure"].implode()))
    assert_frame_equal(made.select(columns), expected.select(columns), check_dtypes=False)


@pytest.mark.parametrize(("model", "others"), [("own", ["LND", "MAB"]), ("ons_global", [])])
def test_a_sparse_council_is_beside_nobody(world, model, others):
    """Neither in a model that lists it nor in an own list; it may look at others itself."""
    _, figures = compared("MAA", model, others)
    assert "LND" not in figures["council"] and "MAB" in figures["council"]
    assert "MAB" in compared("LND", "own", ["MAB"])[1]["council"]


@pytest.mark.parametrize("council", ["CSH", "DIA"])
def test_a_council_that_does_not_run_a_service_has_no_figure_of_it(world, council):
    not_run = {"CSH": ["housing"], "DIA": ["children_seen", "roads_poor"]}[council]
    beside, figures = compared(council, measures=not_run)
    assert beside.is_empty() and figures.is_empty()
    offered = ask("compare/offered", council=council)["measure"].to_list()
    assert not set(not_run) & set(offered)


def test_the_word_of_the_page_is_the_one_of_its_model_in_the_grid(world):
    beside, _ = compared("UNA", measures=["bins_recycled", "children_seen"])
    shown = {"measures": beside["measure"].to_list(), "periods": beside["period"].to_list()}
    grid = ask("compare/peer_models", council="UNA", **shown)
    series = ask("compare/series", council="UNA", measures=shown["measures"])
    for one in findings(beside, series):
        row = grid.filter(measure=one.row["measure"], model="same_class").row(0, named=True)
        assert (row["word"], row["reason"]) == (one.judgement.word, one.judgement.reason)
        assert row["peers_n"] == one.row["peers_n"]


def test_nothing_changes_with_the_order_of_rows_in(world):
    measures = ["bins_recycled", "children_seen", "roads_poor"]
    beside, figures = compared("UNB", measures=measures)
    first = ranked(beside, figures, "UNB")
    mixed = ranked(beside, figures.sample(fraction=1, shuffle=True, seed=5), "UNB")
    assert_frame_equal(first, mixed)
    again, _ = compared("UNB", measures=list(reversed(measures)))
    assert_frame_equal(beside, again)


@NEEDS_EDITION
@pytest.mark.parametrize("seed", range(40))
def test_council_and_compare_say_the_same_of_the_edition(seed):
    """Forty councils of all kinds under a model of theirs: every measure, every column."""
    rng = random.Random(seed)
    council = rng.choice(ask("council/names")["council"].to_list())
    models = ask("council/models", council=council)["model"].to_list() or ["same_class"]
    model = rng.choice(models)
    page = ask("council/outcomes", council=council, model=model, kinds=KINDS)
    page = page.filter("nation_collected").select(SHARED).sort("measure")
    beside, figures = compared(council, model, measures=page["measure"].to_list())
    assert_frame_equal(page, beside.select(SHARED).sort("measure"))
    own = figures.filter(council=council).select("measure", "value", "lower", "upper", "status")
    assert_frame_equal(own.sort("measure"), page.select(own.columns), check_row_order=False)
    counted = (
        figures.filter(pl.col("council") != council, pl.col("left_out_because").is_null())
        .group_by("measure")
        .len()
    )
    n = dict(counted.iter_rows())
    assert [n.get(m, 0) for m in page["measure"]] == page["peers_n"].to_list()
