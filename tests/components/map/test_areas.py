"""Which councils stand on one scale, and whose boundaries they are drawn on."""

from datetime import date

import polars as pl
import pytest

from components.map.areas import boundary_year, on_offer, without_boundary
from components.map.drawing import on_hexagons


def group(name: str, *, counties: int = 0, districts: int = 0, figures: int = 50) -> dict:
    counts = {"figures": figures, "counties": counties, "districts": districts}
    return {"comparison_group": name, "classes": ["unitary"]} | counts


SINGLE, DISTRICT = group("single"), group("district", districts=9)
COUNTY, UPPER = group("county", counties=5), group("upper", counties=5)
LONDON = group("london")


def offered(groups: list[dict], kind: str) -> list[tuple]:
    return [(one.key, one.groups, one.layer) for one in on_offer(groups, {"kind": kind})]


def test_one_group_is_the_only_choice_on_the_boundaries_of_its_tier():
    assert offered([UPPER], "spend") == [("upper", ("upper",), "upper")]
    assert offered([SINGLE], "outcome") == [("single", ("single",), "district")]


def test_spending_in_two_tiers_is_added_up_and_never_put_on_one_scale():
    found = offered([DISTRICT, SINGLE, COUNTY], "spend")
    assert found[0] == ("whole", ("district", "single", "county"), "district")
    assert [len(groups) for _, groups, _ in found[1:]] == [1, 1, 1]


def test_spending_of_one_tier_in_two_groups_stays_apart():
    assert [key for key, *_ in offered([UPPER, LONDON], "spend")] == ["upper", "london"]


def test_counties_and_districts_are_never_on_one_scale():
    for kind in ("outcome", "context", "finance", "activity"):
        for key, groups, layer in offered([DISTRICT, SINGLE, COUNTY], kind):
            assert not {"district", "county"} <= set(groups), (kind, key)
            assert layer == ("upper" if "county" in groups else "district")


def test_outcomes_of_several_kinds_of_councils_say_that_they_are_mixed():
    wider, *alone = on_offer([DISTRICT, SINGLE, COUNTY], {"kind": "outcome"})
    assert (wider.key, wider.layer) == ("all_local", "district")
    assert "not to be ranked" in wider.caveat
    assert [one.caveat for one in alone if len(one.groups) == 1] == [None] * 3


YEAR = (date(2016, 4, 1), date(2017, 3, 31))


def shown(ends: date | None, value: float | None) -> pl.DataFrame:
    kinds = {"starts": pl.Date, "ends": pl.Date, "value": pl.Float64}
    rows = {"starts": [None, None], "ends": [ends, None], "value": [value, 1.0]}
    return pl.DataFrame(rows, schema=kinds)


@pytest.mark.parametrize(
    ("period", "year"),
    [
        (YEAR, 2016),
        ((date(2010, 4, 1), date(2011, 3, 31)), 2014),
        ((date(2020, 9, 1), date(2021, 8, 31)), 2020),
        ((date(2020, 1, 1), date(2020, 12, 31)), 2020),
        ((date(2021, 3, 31), date(2021, 3, 31)), 2020),
    ],
)
def test_a_council_that_has_ended_is_drawn_in_its_own_boundaries(period, year):
    assert boundary_year(shown(date(2021, 3, 31), 2.0), *period) == year


def test_figures_of_todays_councils_are_drawn_in_todays_boundaries():
    assert boundary_year(shown(None, 2.0), *YEAR) is None
    successors = shown(date(2021, 3, 31), None).with_columns(starts=pl.lit(date(2021, 4, 1)))
    assert boundary_year(successors, *YEAR) is None


def test_a_council_that_has_ended_is_drawn_even_without_a_figure():
    assert boundary_year(shown(date(2021, 3, 31), None), *YEAR) == 2016


def test_a_year_given_for_the_councils_at_its_end_is_drawn_in_their_boundaries():
    """A school year 2019/20 with a council of April 2020 and one that ended in March 2021."""
    rows = shown(date(2021, 3, 31), 2.0).with_columns(starts=pl.lit(date(2020, 4, 1)))
    assert boundary_year(rows, date(2019, 9, 1), date(2020, 8, 31)) == 2020


def test_a_county_stands_on_each_of_its_districts_and_counts_once():
    frame = pl.DataFrame({"council": ["C", "U", "GONE"], "sparse": [False, False, False]})
    places = pl.DataFrame(
        {"council": ["C", "C", "U"], "place": ["D1", "D2", "U"], "q": [0, 1, 2], "r": [0, 0, 0]}
    )
    found = on_hexagons(frame, places)
    assert found["place"].to_list() == ["D1", "D2", "U"]
    assert found["sparse"].to_list() == [False, True, False]


def test_councils_of_two_layouts_at_once_are_drawn_on_the_one_that_shows_more():
    kinds = {"starts": pl.Date, "ends": pl.Date, "value": pl.Float64}
    rows = {
        "starts": [date(2023, 4, 1), date(2023, 4, 1), None],
        "ends": [None, None, date(2023, 3, 31)],
        "value": [1.0, 2.0, 3.0],
    }
    mixed = pl.DataFrame(rows, schema=kinds)
    period = (date(2022, 9, 1), date(2023, 8, 31))
    assert boundary_year(mixed, *period) == 2023
    assert without_boundary(mixed, 2023)["value"].to_list() == [3.0]
    assert boundary_year(mixed[[0, 2, 2]], *period) == 2022
