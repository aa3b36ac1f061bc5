"""The rules of like with like, on the small world where the answers can be worked out by hand."""

from statistics import median

import pytest

from queries import ask
from tests.world.figures import INDEX, RESIDENTS
from tests.world.money import BY_CLASS, amount_gbp

METS = ["MAB", "MAC", "MAD", "MAE"]


def spending(council: str, period: str = "2021-22", model: str = "same_class", **more):
    money = more.get("money", "real_per_head")
    frame = ask(
        "council/spending_beside_peers",
        council=council,
        model=model,
        others=[],
        period=period,
        money=money,
    )
    return {row["service"]: row for row in frame.rows(named=True)}


def real_per_head(council: str, service: str, first_year: int) -> float:
    period = f"{first_year}-{(first_year + 1) % 100}"
    return amount_gbp(council, service, first_year) * 100 / INDEX[period] / RESIDENTS[council]


def test_the_peers_leave_the_subject_out(world):
    row = spending("MAA")["highways"]
    expected = [real_per_head(key, "highways", 2021) for key in METS]
    assert row["value"] == pytest.approx(real_per_head("MAA", "highways", 2021))
    assert row["peers_n"] == 4
    assert row["peers_median"] == pytest.approx(median(expected))
    assert row["peers_max"] == pytest.approx(max(expected))


def test_a_peer_without_a_return_is_out_of_n(world):
    assert spending("MAA", "2022-23")["total"]["peers_n"] == 3


def test_the_subject_without_a_return_keeps_its_status(world):
    row = spending("MAB", "2022-23")["total"]
    assert (row["value"], row["status"], row["peers_n"]) == (None, "not_submitted", 4)


def test_only_the_same_nation_and_group_count(world):
    """The neighbours of Aldby are a district of its kind, a unitary, a Scot and a sparse one."""
    rows = spending("MAA", model="ons_global")
    assert rows["environment"]["peers_n"] == 2


def test_counties_are_not_compared_with_unitaries_on_all_services(world):
    rows = spending("CSH", model="ons_global")
    assert rows["total"]["peers_n"] == 1
    assert rows["children"]["peers_n"] == 2


def test_a_sparse_council_sets_no_scale(world):
    assert spending("LBA")["total"]["peers_n"] == 0


def test_councils_that_have_ended_count_in_their_own_years(world):
    assert spending("UNB", "2020-21")["total"]["peers_n"] == 4  # with Oldtown and Oldport
    assert spending("UNB", "2021-22")["total"]["peers_n"] == 3  # Newtown in their place


def test_a_district_is_not_compared_for_what_it_does_not_run(world):
    assert set(spending("DIA")) == {*BY_CLASS["district"], "decided", "total"}


def test_every_kind_of_money_is_its_own(world):
    rows = [
        spending("MAA", money=m)["highways"]["value"]
        for m in ("cash_total", "real_total", "cash_per_head", "real_per_head")
    ]
    cash, rate, heads = (
        amount_gbp("MAA", "highways", 2021),
        100 / INDEX["2021-22"],
        RESIDENTS["MAA"],
    )
    assert rows == pytest.approx([cash, cash * rate, cash / heads, cash * rate / heads])


def test_small_denominators_are_left_out_of_the_peers(world):
    frame = ask("council/outcomes", council="MAA", model="same_class", kinds=["outcome"])
    row = frame.filter(measure="bins_recycled").row(0, named=True)
    assert row["peers_n"] == 2  # not Dunby (too few cases), not Elmby (suppressed)


def test_a_figure_measured_in_another_way_is_shown_but_not_compared(world):
    takes = {"model": "same_class", "others": [], "measure": "roads_poor"}
    frame = ask("council/measure_trend", council="MAA", **takes)
    assert set(frame["peers_n"]) == {2}  # MAB and MAD; not MAC (flagged), not MAE (suppressed)
    own = ask("council/measure_trend", council="MAC", **takes)
    assert set(own["status"]) == {"not_comparable"} and own["value"].null_count() == 0
    last = ask("council/measure_peers", council="MAA", period="2024-25", **takes)
    assert last["council"].to_list() == ["MAA", "MAB", "MAD"]


def test_the_newest_period_is_the_nations_not_the_councils(world):
    frame = ask("council/outcomes", council="MAE", model="same_class", kinds=["outcome"])
    row = frame.filter(measure="bins_recycled").row(0, named=True)
    assert (row["period"], row["value"], row["status"]) == ("2024-25", None, "suppressed")


def test_not_collected_in_a_nation_is_said(world):
    frame = ask("council/outcomes", council="NIA", model="same_class", kinds=["outcome"])
    assert frame["nation_collected"].to_list() == [False] * frame.height


def test_a_peer_left_out_has_its_reason(world):
    frame = ask(
        "council/peers",
        council="MAA",
        model="ons_global",
        others=[],
        service="total",
        period="2021-22",
    )
    reasons = dict(frame.select("council", "left_out_because").iter_rows())
    assert reasons["MAB"] is None
    assert reasons["SCA"] == "other_nation"
    assert reasons["LND"] == "sparse"


def test_the_receipt_adds_up_to_the_bill(world):
    frame = ask("council/tax_receipt", council="MAA", spending_period="2023-24")
    assert frame["value_gbp"].sum() == pytest.approx(1_500 + len("Aldby") + 250)
    assert not {"education", "housing", "total"} & set(frame["part"])


@pytest.mark.parametrize("service", ["highways", "total", "decided"])
def test_every_kind_of_money_of_the_years_is_its_own(world, service):
    """In no year but the base are two of them the same amount, for the council or its peers."""
    for period, first in (("2019-20", 2019), ("2021-22", 2021)):
        found = {}
        for money in ("cash_total", "real_total", "cash_per_head", "real_per_head"):
            frame = ask(
                "council/spending_trend",
                council="MAA",
                model="same_class",
                others=[],
                service=service,
                money=money,
            )
            found[money] = frame.filter(period=period).row(0, named=True)
        rate, heads = 100 / INDEX[period], found["cash_total"]["residents"]
        cash = found["cash_total"]["value"]
        if service == "highways":
            assert cash == pytest.approx(amount_gbp("MAA", service, first))
        assert found["real_total"]["value"] == pytest.approx(cash * rate)
        assert found["cash_per_head"]["value"] == pytest.approx(cash / heads)
        assert found["real_per_head"]["value"] == pytest.approx(cash * rate / heads)
        assert len({row["value"] for row in found.values()}) == 4
        assert found["real_per_head"]["peers_median"] == pytest.approx(
            found["cash_per_head"]["peers_median"] * rate
        )


def test_an_estimate_stands_in_no_series_with_what_came_out(world):
    held = ask("council/positions", council="MAA", family="reserves")
    assert held["period"].to_list() == ["2018-19", "2020-21"]
    assert set(held["status"]) == {"published"}
    expected = ask("council/expected", council="MAA", family="reserves")
    assert expected.select("period", "value_gbp", "status").rows() == [
        ("2021-22", -2e6, "estimated")
    ]


def test_two_tiers_are_a_stated_sum_on_the_map(world):
    frame = ask("national/spending", period="2021-22", service="total")
    row = frame.filter(council="DIA").row(0, named=True)
    assert row["value"] == pytest.approx(row["own_gbp_per_head"] + row["county_gbp_per_head"])
    assert row["note"] == "District and Midshire added"


def test_a_postcode_finds_its_own_council_before_its_sectors(world):
    exact = ask("place/postcode", postcode="AA11ZZ", sector="AA1 1", outward="AA1")
    assert exact["council"].to_list() == ["MAC"]
    sector = ask("place/postcode", postcode="AA11AA", sector="AA1 1", outward="AA1")
    assert sector["council"].to_list() == ["MAA"]
    outward = ask("place/postcode", postcode=None, sector=None, outward="AA1")
    assert outward["council"].to_list() == ["MAA", "MAB"]
