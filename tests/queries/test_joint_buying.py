"""What councils buy one by one, beside the made-up payments added up in plain Python."""

import shutil
from pathlib import Path
from statistics import median

import duckdb
import pytest

import queries
from queries import ask
from tests.queries.payments_of_the_world import bought, rows, sums

pytestmark = pytest.mark.usefixtures("world")
EVERY = ["CSH", "DIA", "MAA", "MAB", "MAC", "UNA"]
YEARS = ["2022-23", "2023-24"]
TAKES = {"councils": EVERY, "periods": YEARS}


def suppliers(least=2, category=None, **more):
    takes = TAKES | {"category": category, "least": least, "sort": "councils", "most": 500} | more
    return ask("joint_buying/suppliers", **takes)


@pytest.mark.parametrize("periods", [["2022-23"], ["2023-24"], YEARS])
@pytest.mark.parametrize("least", [1, 2, 3, 5])
def test_suppliers_that_several_pay(periods, least):
    paid = sums(bought(set(EVERY), set(periods)), "slug", "council")
    wanted = {}
    for slug in {slug for slug, _ in paid}:
        amounts = [amount for (one, _), amount in paid.items() if one == slug and amount > 0]
        if len(amounts) >= least:
            wanted[slug] = (len(amounts), sum(amounts), min(amounts), median(amounts), max(amounts))
    frame = suppliers(least, periods=periods)
    columns = ["councils", "amount_gbp", "lowest_gbp", "median_gbp", "highest_gbp"]
    got = {row["slug"]: tuple(row[name] for name in columns) for row in frame.to_dicts()}
    assert got.keys() == wanted.keys()
    for slug, values in wanted.items():
        assert got[slug] == pytest.approx(values, abs=0.006), slug
    assert set(frame["found"]) <= {len(wanted)}


def test_nobody_hidden_is_ever_a_supplier():
    slugs = suppliers(1)["slug"].to_list()
    assert not {"private-persons", "withheld-by-council", "no-name-published"} & set(slugs)


def test_what_is_not_bought_is_left_out():
    grants = {row["slug"] for row in rows() if row["category"] == "grants"}
    paid = {row["slug"] for row in bought(set(EVERY), set(YEARS))}
    assert grants - paid
    assert not (grants - paid) & set(suppliers(1)["slug"])


def test_a_body_paid_by_duty_is_left_out_and_its_money_told(tmp_path):
    assert "bold-bins" in suppliers(2)["slug"]
    other = Path(shutil.copy(queries.EDITION, tmp_path))
    with duckdb.connect(other) as database:
        database.execute(
            "INSERT INTO ledger.special_supplier "
            "SELECT supplier, 'duty' FROM ledger.supplier WHERE slug = 'bold-bins'"
        )
    with queries.reading(other):
        assert "bold-bins" not in suppliers(2)["slug"]
        left = ask("joint_buying/left_out", **TAKES)
    told = dict(left.select("reason", "amount_gbp").iter_rows())
    own = [row for row in rows() if row["slug"] == "bold-bins"]
    assert told["duty"] == pytest.approx(sum(row["amount_pence"] for row in own) / 100)


def test_what_is_left_out_and_what_is_compared_are_everything():
    left = ask("joint_buying/left_out", **TAKES)
    assert left["amount_gbp"].sum() == pytest.approx(sum(sums(rows()).values()))
    assert left["payments"].sum() == len(rows())
    assert left["share_pct"].sum() == pytest.approx(100)


def test_dots_are_what_each_council_pays():
    slugs = ["acme-care", "bold-bins"]
    spread = ask("joint_buying/supplier_spread", **TAKES, category=None, slugs=slugs)
    paid = sums(bought(set(EVERY), set(YEARS)), "slug", "council")
    got = {
        (slug, council): amount
        for slug, council, amount in spread.select("slug", "council", "amount_gbp").iter_rows()
    }
    assert got == pytest.approx({key: v for key, v in paid.items() if key[0] in slugs})


def test_kinds_count_shared_suppliers_and_their_share():
    frame = ask("joint_buying/categories", **TAKES, least=2, sort="councils")
    paid = sums(bought(set(EVERY), set(YEARS)), "category", "slug", "council")
    for row in frame.to_dicts():
        own = {k[1:]: v for k, v in paid.items() if k[0] == row["category"] and v > 0}
        payers = {slug: [c for s, c in own if s == slug] for slug, _ in own}
        shared = {slug for slug, councils in payers.items() if len(councils) > 1}
        assert row["suppliers"] == len(payers)
        assert row["shared_suppliers"] == len(shared)
        share = sum(v for (slug, _), v in own.items() if slug in shared) / sum(own.values())
        assert row["shared_pct"] == pytest.approx(100 * share)
        by_supplier = sorted(sum(v for (s, _), v in own.items() if s == slug) for slug in payers)
        five = sum(by_supplier[-5:]) / sum(own.values())
        assert row["largest_five_pct"] == pytest.approx(100 * five)
    assert "grants" not in frame["category"]
    assert frame.height


def test_one_councils_own_view_is_the_same_supplier_and_kind():
    others = ["MAB", "MAC", "DIA"]
    frame = ask(
        "joint_buying/beside",
        council="MAA",
        others=others,
        periods=YEARS,
        sort="councils",
        most=500,
    )
    paid = sums(bought({"MAA", *others}, set(YEARS)), "slug", "category", "council")
    wanted = {}
    for slug, category, council in paid:
        theirs = [v for (s, k, c), v in paid.items() if (s, k) == (slug, category) and c in others]
        if council == "MAA" and theirs:
            wanted[slug, category] = (paid[slug, category, "MAA"], len(theirs), sum(theirs))
    columns = ["own_gbp", "neighbours", "neighbours_gbp"]
    got = {
        (row["slug"], row["category"]): tuple(row[name] for name in columns)
        for row in frame.to_dicts()
    }
    assert got.keys() == wanted.keys()
    for key, values in wanted.items():
        assert got[key] == pytest.approx(values)
    order = frame.select("neighbours", "neighbours_gbp").rows()
    assert order == sorted(order, reverse=True)


def test_months_missing_and_words_untold_are_told_of_each_council():
    frame = ask("joint_buying/coverage", **TAKES)
    told = {row["council"]: row for row in frame.to_dicts()}
    assert told["MAC"]["months_held"] == 23
    assert told["DIA"]["months_held"] == 18
    assert {row["months_asked"] for row in told.values()} == {24}
    own = [row for row in rows() if row["council"] == "MAA"]
    cells = sums(own, "month", "category", "card")
    untold = sum(abs(v) for (_, category, _), v in cells.items() if category is None)
    share = 100 * untold / sum(abs(v) for v in cells.values())
    assert told["MAA"]["untold_pct"] == pytest.approx(share)


def test_only_peers_whose_payments_are_held_are_offered():
    rows = {row["model"]: row for row in ask("joint_buying/peers", council="MAA").to_dicts()}
    assert rows["same_class"]["held"] == ["MAB", "MAC"]
    assert rows["same_class"]["peers"] == 4


def test_a_year_says_how_many_councils_are_whole():
    told = {
        row["period"]: row
        for row in ask("joint_buying/years", councils=EVERY, council="DIA").to_dicts()
    }
    assert (told["2022-23"]["councils"], told["2022-23"]["whole_councils"]) == (6, 4)
    assert (told["2023-24"]["councils"], told["2023-24"]["whole_councils"]) == (6, 6)
    assert (told["2022-23"]["own_months"], told["2023-24"]["own_months"]) == (6, 12)


def test_the_order_can_be_that_of_the_money():
    by_money = suppliers(1, sort="money")["amount_gbp"].to_list()
    assert by_money == sorted(by_money, reverse=True)
    by_councils = suppliers(1)["councils"].to_list()
    assert by_councils == sorted(by_councils, reverse=True)
