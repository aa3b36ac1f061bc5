"""The matrix and whom to ask, of every council: worked out once more from the tables alone."""

import statistics
from functools import cache

import duckdb
import pytest

import queries
from queries import ask
from tests.queries.plain_law import rows

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
PERIOD, MODEL = "2024-25", "usual"


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """Apart from the pages' own, which is locked down."""
    link = tmp_path_factory.mktemp("edition") / "councils.duckdb"
    link.hardlink_to(queries.EDITION.resolve())
    with duckdb.connect(link, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def councils():
    names = ask("council/names")
    return names.filter(names["ends"].is_null())["council"].to_list()


@pytest.fixture(scope="module")
def spending(database):
    """(council, service) -> pounds per head in the year, where there is a figure."""
    held = rows(database, f"FROM spending_per_head WHERE period = '{PERIOD}'")
    return {
        (row["council"], row["service"]): row["real_per_head_gbp"]
        for row in held
        if row["component"] == "net_current_expenditure" and row["real_per_head_gbp"] is not None
    }


@pytest.fixture(scope="module")
def peers(database):
    found: dict[tuple[str, str], set[str]] = {}
    for row in rows(database, f"FROM comparable_peer WHERE model = '{MODEL}'"):
        found.setdefault((row["council"], row["service"]), set()).add(row["peer"])
    return found


@pytest.fixture(scope="module")
def judged(database):
    held = rows(
        database,
        f"""SELECT j.*, v.real_lower, v.real_upper, m.polarity, m.service
            FROM judgement j JOIN measure m USING (measure)
            JOIN measure_value v USING (measure, council, period) WHERE model = '{MODEL}'""",
    )
    return {(row["council"], row["measure"]): row for row in held}


def leads_of(council, most):
    takes = {"council": council, "model": MODEL, "others": [], "period": PERIOD, "most_above": 0.1}
    return ask("council/whom_to_ask", **takes, most=most)


@pytest.fixture(scope="module")
def leads_by_council(councils):
    """Every lead of every council, however many."""
    return {council: leads_of(council, most=99) for council in councils}


@pytest.fixture(scope="module")
def matrix_of():
    """Asked for once of each council, though many of its results stand out."""
    takes = {"model": MODEL, "others": [], "period": PERIOD}
    return cache(lambda council: ask("council/matrix", council=council, **takes))


def test_every_lead_keeps_the_rule(leads_by_council, spending, peers, judged):
    leads = 0
    for council, asked in leads_by_council.items():
        for row in asked.rows(named=True):
            mine = judged[council, row["measure"]]
            assert mine["word"] in ("worse", "somewhat_worse")
            if not row["peer"]:
                continue
            leads += 1
            theirs = judged[row["peer"], row["measure"]]
            assert theirs["word"] in ("better", "somewhat_better")
            assert theirs["period"] == mine["period"]
            assert row["peer"] in peers[council, row["service"]]
            if mine["polarity"] == "higher":
                assert theirs["real_lower"] > mine["real_upper"]
            else:
                assert theirs["real_upper"] < mine["real_lower"]
            own, other = (spending[key, row["service"]] for key in (council, row["peer"]))
            assert 0 < other <= own * 1.1 + 1e-9
            assert row["peer_above"] == pytest.approx(other / own - 1)
    assert leads > 300


def test_a_list_of_three_is_the_first_three(leads_by_council):
    for council, asked in list(leads_by_council.items())[::5]:
        assert leads_of(council, most=3).equals(asked.filter(asked["place"] <= 3)), council


def test_nobody_who_fits_is_left_out(leads_by_council, spending, peers, judged):
    """A result without a name has no similar council that would do."""
    for council, asked in leads_by_council.items():
        named = {(row["measure"], row["peer"]) for row in asked.rows(named=True) if row["peer"]}
        for row in asked.unique("measure").rows(named=True):
            mine = judged[council, row["measure"]]
            own = spending.get((council, row["service"]))
            for peer in peers.get((council, row["service"]), ()):
                theirs = judged.get((peer, row["measure"]))
                if theirs is None or theirs["word"] not in ("better", "somewhat_better"):
                    continue
                apart = (
                    theirs["real_lower"] > mine["real_upper"]
                    if mine["polarity"] == "higher"
                    else theirs["real_upper"] < mine["real_lower"]
                )
                other = spending.get((peer, row["service"]))
                fits = apart and own and other and 0 < other <= own * 1.1
                if theirs["period"] == mine["period"] and fits and own > 0:
                    assert (row["measure"], peer) in named, (council, row["measure"], peer)


def test_the_matrix_sets_each_council_beside_the_median_of_its_peers(
    councils, matrix_of, spending, peers
):
    for council in councils[::7]:
        made = matrix_of(council)
        assert made["service"].is_unique().all()
        for row in made.rows(named=True):
            held = [
                spending[peer, row["service"]]
                for peer in peers.get((council, row["service"]), ())
                if (peer, row["service"]) in spending
            ]
            if row["spend_median"] is None:
                continue
            assert row["spend"] == pytest.approx(spending.get((council, row["service"])))
            assert row["spend_peers_n"] == len(held)
            assert row["spend_median"] == pytest.approx(statistics.median(held))


def test_the_matrix_puts_first_what_lies_furthest_apart(councils, matrix_of):
    for council in councils[::5]:
        made = matrix_of(council)
        named = made.filter(~made["service"].is_in(["other", "remainder"]))
        far = [value if value is not None else -1.0 for value in named["furthest"]]
        assert far == sorted(far, reverse=True)


def test_what_stands_out_leads_its_service(judged, matrix_of):
    for (council, measure), row in judged.items():
        if row["word"] not in ("better", "worse") or row["service"] in ("finance", "place"):
            continue
        made = matrix_of(council)
        led = made.filter(service=row["service"]).rows(named=True)
        if led:
            assert led[0]["word"] in ("better", "worse"), (council, measure)
