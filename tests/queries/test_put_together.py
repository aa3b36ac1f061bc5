"""Councils put together: every sum and pooled rate once more from the tables alone."""

import statistics

import duckdb
import pytest

import queries
from queries import ask
from tests.queries.plain_law import rows

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
EAST = ["ELM", "EPS", "MOL", "REI", "TAN"]
PERIOD = "2024-25"


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    link = tmp_path_factory.mktemp("edition") / "councils.duckdb"
    link.hardlink_to(queries.EDITION.resolve())
    with duckdb.connect(link, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def residents(database):
    return {(r["council"], r["year"]): r for r in rows(database, "FROM population")}


@pytest.fixture(scope="module")
def spending(database):
    held = rows(database, "FROM spending WHERE component = 'net_current_expenditure'")
    return {(r["council"], r["period"], r["service"]): r["value_gbp"] for r in held}


def share_of_surrey(database, residents, weight):
    districts = rows(database, "SELECT council FROM council WHERE county = 'SRY' AND ends IS NULL")
    people = {r["council"]: weight(residents[r["council"], 2024]) for r in districts}
    return sum(people[key] for key in EAST) / sum(people.values())


@pytest.mark.parametrize(
    ("basis", "weight"),
    [
        ("residents", lambda row: row["residents"]),
        ("children", lambda row: row["residents"] * row["share_0_15_pct"]),
        ("older", lambda row: row["residents"] * row["share_65_plus_pct"]),
    ],
)
def test_districts_bring_their_share_of_the_county(database, residents, basis, weight):
    made = ask("put_together/parts", councils=EAST, basis=basis)
    shares = dict(made.select("council", "share").iter_rows())
    assert shares == {
        **dict.fromkeys(EAST, 1.0),
        "SRY": pytest.approx(share_of_surrey(database, residents, weight)),
    }


def test_a_county_brings_all_its_districts_and_nothing_twice(database):
    made = ask("put_together/parts", councils=["SRY", "ELM"], basis="residents")
    assert made["council"].is_unique().all()
    assert made["share"].to_list() == [1.0] * 12
    districts = rows(database, "SELECT council FROM council WHERE county = 'SRY' AND ends IS NULL")
    assert set(made["council"]) == {"SRY", *(r["council"] for r in districts)}


def test_sums_are_districts_and_the_share_of_the_county(database, residents, spending):
    share = share_of_surrey(database, residents, lambda row: row["residents"])
    made = ask("put_together/spending", councils=EAST, basis="residents", period=PERIOD)
    for row in made.rows(named=True):
        if row["service"] == "decided":
            continue
        parts = [spending.get((key, PERIOD, row["service"])) or 0.0 for key in EAST]
        county = spending.get(("SRY", PERIOD, row["service"])) or 0.0
        assert row["cash_gbp"] == pytest.approx(sum(parts) + county * share), row["service"]
        assert row["residents"] == sum(residents[key, 2024]["residents"] for key in EAST)


def test_a_missing_return_leaves_no_sum():
    """Guildford made no return for 2024-25."""
    made = ask("put_together/spending", councils=["SRY"], basis="residents", period=PERIOD)
    total = made.filter(service="total").row(0, named=True)
    assert total["cash_gbp"] is None
    assert "Guildford" in total["lacking"]


def test_beside_are_single_councils_of_that_size(database, residents):
    held = rows(
        database,
        f"""FROM spending_per_head s JOIN council c USING (council)
            WHERE s.period = '{PERIOD}' AND s.service = 'total' AND c.class = 'unitary'
              AND s.component = 'net_current_expenditure' AND c.ends IS NULL AND NOT c.sparse""",
    )
    own = sum(residents[key, 2024]["residents"] for key in EAST)
    near = [
        r for r in held if own * 2 / 3 <= residents[r["council"], 2024]["residents"] <= own * 3 / 2
    ]
    figures = [r["real_per_head_gbp"] for r in near if r["real_per_head_gbp"] is not None]
    made = ask("put_together/spending", councils=EAST, basis="residents", period=PERIOD)
    total = made.filter(service="total").row(0, named=True)
    assert total["beside_n"] == len(figures)
    assert total["beside_median"] == pytest.approx(statistics.median(figures))
    listed = ask("put_together/beside", councils=EAST, period=PERIOD)
    assert set(listed["council"]) == {r["council"] for r in near}


def test_rates_are_pooled_from_their_counts(database):
    made = ask("put_together/results", councils=EAST)
    row = made.filter(measure="homelessness_prevented").row(0, named=True)
    held = rows(
        database,
        f"""FROM value WHERE measure = 'homelessness_prevented' AND period = '{row["period"]}'
            AND council IN ('ELM', 'EPS', 'MOL', 'REI', 'TAN')""",
    )
    assert len(held) == row["parts_n"] == 5
    expected = 100 * sum(r["numerator"] for r in held) / sum(r["denominator"] for r in held)
    assert row["value"] == pytest.approx(expected)
    assert row["lowest"] <= row["value"] <= row["highest"]


def test_what_cannot_be_put_together_says_why_and_has_no_figure():
    made = ask("put_together/results", councils=EAST)
    apart = made.filter(made["because"].is_not_null())
    assert apart["value"].null_count() == apart.height > 10
    assert set(apart["because"]) <= {
        "no_counts", "lacking", "county_split", "not_proportional", "grade", "joint",
    }  # fmt: skip
    children = made.filter(measure="re_referrals").row(0, named=True)
    assert children["because"] == "county_split"


def test_holdings_are_sums_of_one_day(database, residents):
    share = share_of_surrey(database, residents, lambda row: row["residents"])
    made = ask("put_together/holdings", councils=EAST, basis="residents")
    row = made.filter(line="borrowing_total").row(0, named=True)
    held = {
        r["council"]: r["value"]
        for r in rows(
            database,
            f"FROM finance WHERE line = 'borrowing_total' AND period = '{row['period']}'",
        )
    }
    assert row["value_gbp"] == pytest.approx(sum(held[key] for key in EAST) + share * held["SRY"])


def test_every_reorganisation_of_2019_to_2023_is_one_area():
    made = ask("put_together/reorganised")
    years = [day.year for day in made["takes_effect"]]
    assert years == sorted(years)
    assert made.height == 9
    dorset = made.filter(area="BPC").row(0, named=True)
    assert dorset["successors"] == ["Bournemouth, Christchurch and Poole", "Dorset"]


def test_before_is_the_sum_of_those_that_went(database, residents, spending):
    went = rows(
        database,
        "SELECT DISTINCT predecessor AS council FROM succession WHERE successor = 'BUC'",
    )
    made = ask("put_together/before_and_after", area="BUC", service="total")
    index = {r["period"]: 100 / r["index"] for r in rows(database, "FROM deflator")}
    row = made.filter(period="2017-18").row(0, named=True)
    total = sum(spending[r["council"], "2017-18", "total"] for r in went) * index["2017-18"]
    assert row["real_per_head_gbp"] == pytest.approx(total / residents["BUC", 2017]["residents"])
    assert made["side"].to_list() == sorted(made["side"].to_list(), reverse=True)


def test_districts_that_merged_stand_beside_districts():
    made = ask("put_together/before_and_after", area="ESK", service="total")
    assert made.filter(period="2024-25")["beside_n"][0] > 100
    assert made.filter(period="2024-25")["beside_median"][0] < 400


def test_nobody_gives_nothing():
    for question, takes in (
        ("parts", {"basis": "residents"}),
        ("spending", {"basis": "residents", "period": PERIOD}),
        ("results", {}),
        ("holdings", {"basis": "residents"}),
    ):
        assert ask(f"put_together/{question}", councils=[], **takes).height == 0


def test_surrey_becomes_east_and_west_on_1_april_2027():
    made = ask("put_together/decided").filter(reorganisation="surrey")
    east = made.filter(successor="East Surrey").row(0, named=True)
    assert east["takes_effect"].isoformat() == "2027-04-01"
    assert east["slugs"] == [
        "elmbridge", "epsom-and-ewell", "mole-valley", "reigate-and-banstead", "tandridge",
    ]  # fmt: skip
    assert east["divided"] == []
    assert set(made["successor"]) == {"", "East Surrey", "West Surrey"}


def test_every_area_can_be_put_together_as_one():
    for row in ask("put_together/decided").rows(named=True):
        assert row["slugs"] or row["divided"] or row["successor"], row["name"]
        assert row["evidence_url"].startswith("http")
