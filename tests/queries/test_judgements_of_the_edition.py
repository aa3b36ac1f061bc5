"""Every judgement of the edition beside the law in plain Python (tests/queries/plain_law.py)."""

import re

import duckdb
import numpy as np
import pytest

import queries
from queries import ask
from tests.queries.plain_law import (
    FEWEST_PEERS,
    TIMES,
    PlainEdition,
    plain_funnel,
    rows,
    stands_in_a_funnel,
)

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
NUMBERS = ("peers_median", "peers_q1", "peers_q3")
COUNTS = ("left_out_because", "peers_n", "below_n", "same_n")


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """Apart from the pages' own, which is locked down."""
    link = tmp_path_factory.mktemp("edition") / "councils.duckdb"
    link.hardlink_to(queries.EDITION.resolve())
    with duckdb.connect(link, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def plain(database):
    return PlainEdition(database)


@pytest.fixture(scope="module")
def judged(database):
    return rows(database, "FROM judgement")


@pytest.mark.parametrize("model", ["same_class", "usual"])
def test_peers_and_reasons_are_those_of_the_plain_law(plain, judged, model):
    held = {(r["measure"], r["council"]): r for r in judged if r["model"] == model}
    expected = {
        key
        for key in plain.newest
        if plain.councils[key[1]]["class"] != "other"
        and (plain.measures[key[0]]["service"], key[1]) in plain.groups
        and (model == "usual" or has_model(plain, key[1]))
    }
    assert held.keys() == expected
    for (measure, council), row in held.items():
        assert row["period"] == plain.newest[measure, council]
        made = plain.beside(measure, row["period"], model, council)
        where = measure, council, model
        assert {c: row[c] for c in COUNTS} == {c: made[c] for c in COUNTS}, where
        for name in NUMBERS:
            expected = made[name]
            if expected is not None:
                expected = pytest.approx(expected, rel=1e-9, abs=1e-12)
            assert row[name] == expected, where


def has_model(plain, council):
    """Whether there is another council of its kind at all."""
    mine = plain.councils[council]
    return any(
        one["class"] == mine["class"] and one["nation"] == mine["nation"]
        for key, one in plain.councils.items()
        if key != council
    )


def funnels(plain, measure):
    """(nation, group, period) -> funnel of the measure's counts, and who stands in it."""
    about = plain.measures[measure]
    share, per = about["interval_method"] == "wilson", multiplier(about["unit"])
    made = {}
    for (name, period), held in plain.figures.items():
        if name != measure:
            continue
        groups = {}
        for council, row in held.items():
            key = plain.councils[council]["nation"], plain.groups.get((about["service"], council))
            known = plain.councils[council]["class"] != "other" and key[1] is not None
            if known and stands_in_a_funnel(row, per, share, about["decimals"]):
                groups.setdefault(key, []).append(row)
        for key, group in groups.items():
            funnel = plain_funnel(group, per, share)
            made[*key, period] = funnel, {row["council"]: row for row in group}
    return made


def multiplier(unit):
    return 100.0 if unit == "%" else float(re.sub(r"\D", "", unit))


@pytest.fixture(scope="module")
def counted(database, plain, judged):
    """measure -> its funnels and its judgements, of every measure that is a count."""
    names = [name for (name,) in database.execute(COUNTED).fetchall()]
    rows_of = {name: [] for name in names}
    for row in judged:
        if row["measure"] in rows_of:
            rows_of[row["measure"]].append(row)
    return {name: (funnels(plain, name), rows_of[name]) for name in names}


COUNTED = (
    "SELECT measure FROM measure WHERE interval_method IN ('wilson', 'byar') "
    "AND measure IN (SELECT measure FROM judgement) ORDER BY measure"
)


def test_who_is_better_or_worse_lies_outside_the_adjusted_funnel_of_the_group(plain, counted):
    """And every place in a funnel of counts is the one of plain code."""
    told = outside = 0
    for measure, (made, held_rows) in counted.items():
        service = plain.measures[measure]["service"]
        for row in held_rows:
            council = row["council"]
            key = plain.councils[council]["nation"], plain.groups[service, council], row["period"]
            funnel, held = made.get(key, (None, {}))
            own = held.get(council)
            side = None
            if funnel and own:
                side = funnel.side(own["value"], own["numerator"], own["denominator"])
            where = measure, council, row["model"]
            assert row["funnel_place"] == side, where
            outside += side in ("above", "below")
            if row["word"] in ("better", "worse"):
                told += 1
                assert side == ("above" if row["difference"] > 0 else "below"), where
    assert told > 100 and outside > 100


def test_no_better_or_worse_without_a_place_outside_a_funnel(judged):
    """The measures without counts as well."""
    for row in judged:
        if row["word"] in ("better", "worse"):
            assert row["funnel_place"] == ("above" if row["gap"] > 0 else "below")
            assert row["tau"] is not None


def test_every_word_on_counts_is_that_of_the_plain_law(plain, counted):
    seen = set()
    for measure, (made, held_rows) in counted.items():
        about = plain.measures[measure]
        for row in held_rows:
            council = row["council"]
            nation = plain.councils[council]["nation"]
            key = nation, plain.groups[about["service"], council], row["period"]
            funnel, held = made.get(key, (None, {}))
            figure = plain.figures[measure, row["period"]][council]
            word = plain_word(about, figure, row, funnel, held.get(council))
            assert row["word"] == word, (measure, council, row["model"])
            seen.add(word)
    assert {"better", "worse", "somewhat_better", "somewhat_worse", "similar"} <= seen
    assert {"higher", "lower", "not_judged"} <= seen


def plain_word(about, figure, row, funnel, own):
    """From a figure, its peers' median and quartiles, and the funnel of its group."""
    no_word = figure["why"] is not None or figure["joint_lead"] is not None
    if no_word or row["peers_n"] < FEWEST_PEERS:
        return "not_judged"
    if figure["lower"] is None or figure["upper"] is None:
        return "position"
    share, per = about["interval_method"] == "wilson", multiplier(about["unit"])

    def onto(value):
        return np.arcsin(np.sqrt(min(max(value / per, 0), 1))) if share else np.sqrt(max(value, 0))

    value, median = onto(figure["value"]), onto(row["peers_median"])
    facing = value - onto(figure["lower"]) if value > median else onto(figure["upper"]) - value
    q1, q3 = onto(row["peers_q1"]), onto(row["peers_q3"])
    # McGill, Tukey and Larsen 1978: 1.2533 standard deviations, 1.349 to a quartile range.
    of_median = 1.2533 * (q3 - q1) / 1.349 / row["peers_n"] ** 0.5
    chance, apart = np.hypot(facing / TIMES, of_median), value - median
    if not abs(apart) > TIMES * chance:
        return "similar"
    if about["polarity"] == "neither" or about["describes"] != "council":
        return "higher" if apart > 0 else "lower"
    good = (apart > 0) == (about["polarity"] == "higher")
    side = "above" if apart > 0 else "below"
    placed = funnel and own and funnel.side(own["value"], own["numerator"], own["denominator"])
    if placed == side and abs(apart) > TIMES * np.hypot(chance, funnel.tau):
        return "better" if good else "worse"
    return "somewhat_better" if good else "somewhat_worse"


def test_shared_figures_and_sparse_councils_have_no_word(plain, judged):
    shared = sparse = 0
    for row in judged:
        figure = plain.figures[row["measure"], row["period"]][row["council"]]
        if figure["joint_lead"] is not None:
            shared += 1
            assert row["word"] == "not_judged"
        if plain.councils[row["council"]]["sparse"]:
            sparse += 1
            assert row["word"] == "not_judged"
    assert shared > 20 and sparse > 100


def test_heart_deaths_of_hackney_and_city_say_nothing_of_the_city(judged, plain):
    """It was "worse" by the figure of Hackney's people."""
    about = [r for r in judged if r["measure"] == "preventable_heart_deaths"]
    london, hackney = (
        [r for r in about if plain.councils[r["council"]]["name"] == name]
        for name in ("City of London", "Hackney")
    )
    assert london and hackney
    assert {r["word"] for r in london + hackney} == {"not_judged"}
    assert {r["reason"] for r in london} == {"sparse"}


def test_a_figure_of_two_districts_is_counted_once(plain, judged):
    """Babergh and Mid Suffolk, whose one figure stood twice: n was 164 for 162."""
    keys = {row["name"]: key for key, row in plain.councils.items()}
    pair = {keys["Babergh"], keys["Mid Suffolk"]}
    shared = 0
    for (measure, period), held in plain.figures.items():
        leads = {held[one]["joint_lead"] for one in pair if one in held}
        if len(leads) != 1 or None in leads or not pair <= held.keys():
            continue
        if any(held[one]["status"] not in ("published", "estimated", "derived") for one in pair):
            continue
        shared += 1
        assert sorted(held[one]["why"] or "" for one in pair) == ["", "joint"]
        service = plain.measures[measure]["service"]
        districts = plain.peers("same_class", service, keys["Babergh"]) | {keys["Babergh"]}
        figures = {
            held[one]["joint_lead"] or one
            for one in districts
            if one in held and held[one]["why"] in (None, "joint")
        }
        for row in judged:
            if row["model"] != "same_class" or (row["measure"], row["period"]) != (measure, period):
                continue
            if row["council"] in districts and held[row["council"]]["why"] is None:
                # One's own figure is no peer, nor is a partner's, which is the same.
                assert row["peers_n"] == len(figures) - 1, row["council"]
    assert shared


def test_a_denominator_that_is_not_published_is_one_reason_everywhere(plain, database):
    """581 figures were compared by one page and refused by another."""
    unknown = rows(
        database,
        "SELECT v.measure, v.council, v.period, v.left_out_because, c.sparse, v.joint_lead "
        "FROM measure_value v JOIN measure m USING (measure) JOIN council c USING (council) "
        "WHERE m.min_denominator > 0 AND v.denominator IS NULL AND v.value IS NOT NULL "
        "AND v.status IN ('published', 'estimated', 'derived') AND c.class <> 'other'",
    )
    for row in unknown:
        joint = row["joint_lead"] not in (None, row["council"])
        why = "sparse" if row["sparse"] else "joint" if joint else "denominator_unknown"
        assert row["left_out_because"] == why
    newest = [r for r in unknown if plain.newest[r["measure"], r["council"]] == r["period"]]
    for row in newest:
        service = plain.measures[row["measure"]]["service"]
        if (service, row["council"]) not in plain.groups:
            continue
        said = said_of(row["council"], row["measure"], row["period"], service, plain)
        assert said == {(row["left_out_because"], "not_judged")}


def said_of(council, measure, period, service, plain):
    """left_out_because and word of one figure, on every page that shows it."""
    kinds = ["outcome", "activity", "spend", "finance"]
    page = ask("council/outcomes", council=council, model="usual", kinds=kinds)
    beside = ask("compare/measures", council=council, model="usual", measures=[measure])
    stored = ask("service/judgement", council=council, measure=measure, period=period)
    told = {
        (row["left_out_because"], row["word"])
        for frame in (page.filter(measure=measure), beside, stored)
        for row in frame.iter_rows(named=True)
    }
    nation, group = plain.councils[council]["nation"], plain.groups[service, council]
    takes = {"service": service, "nation": nation, "comparison_group": group}
    group_figures = ask("service/figures", **takes, measure=measure, period=period)
    figures = ask(
        "compare/figures",
        council=council,
        model="usual",
        others=[],
        measures=[measure],
        periods=[period],
    )
    whys = {
        row["left_out_because"]
        for frame in (group_figures, figures)
        for row in frame.filter(council=council).iter_rows(named=True)
    }
    return told | {(why, "not_judged") for why in whys}


@pytest.mark.parametrize("council", ["Worcestershire", "East Sussex", "Islington"])
def test_care_leavers_without_a_published_count_are_unknown_or_known_everywhere(plain, council):
    measure = "care_leavers_in_work_or_study"
    (key,) = [k for k, row in plain.councils.items() if row["name"] == council]
    period = plain.newest[measure, key]
    figure = plain.figures[measure, period][key]
    said = said_of(key, measure, period, "children", plain)
    if figure["denominator"] is None:
        assert said == {("denominator_unknown", "not_judged")}
    else:
        assert {why for why, _ in said} == {figure["why"]}
