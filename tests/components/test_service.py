"""What the service page works out: periods that meet, places among the others, expectations."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from components.links.clicked_dot import clicked
from components.service.group import Group
from components.service.measure import looked, nearest, offered
from components.service.spend_and_outcome import placed, together
from inference.comparison.scale import multiplier

SINGLE = Group({"service": "environment", "nation": "England", "comparison_group": "single"})


def period(label: str, first: date, last: date) -> dict[str, object]:
    return {"period": label, "starts": first, "ends": last}


YEARS = [
    period("2021-22", date(2021, 4, 1), date(2022, 3, 31)),
    period("2022-23", date(2022, 4, 1), date(2023, 3, 31)),
    period("2023-24", date(2023, 4, 1), date(2024, 3, 31)),
]


@pytest.mark.parametrize(
    ("label", "first", "last", "expected"),
    [
        ("2022/23", date(2022, 9, 1), date(2023, 8, 31), "2022-23"),
        ("2022 to 2024", date(2022, 1, 1), date(2024, 12, 31), "2023-24"),
        ("2030", date(2030, 1, 1), date(2030, 12, 31), "2023-24"),
        ("2010", date(2010, 1, 1), date(2010, 12, 31), "2021-22"),
    ],
)
def test_spending_is_of_the_year_nearest_to_the_outcome(label, first, last, expected):
    assert nearest(YEARS, period(label, first, last))["period"] == expected
    assert nearest(list(reversed(YEARS)), period(label, first, last))["period"] == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("%", 100), ("per 1,000 households", 1000), ("per 100,000 under 75", 100_000), ("days", None)],
)
def test_a_units_multiplier(unit, expected):
    assert multiplier(unit) == expected


@pytest.mark.parametrize("data", ["LDS", ["LDS"]])
def test_a_click_gives_the_councils_key(data):
    assert clicked({"selection": {"points": [{"customdata": data}]}}) == "LDS"
    assert clicked({"selection": {"points": []}}) is None
    assert clicked(None) is None


@pytest.mark.parametrize(
    "event",
    [
        [],
        {"selection": 5},
        {"selection": {"points": 5}},
        {"selection": {"points": [5]}},
        {"selection": {"points": [{"customdata": [["x"]], "location": {"x": []}}]}},
        {"selection": {"points": [{"customdata": [], "location": 5}]}},
    ],
)
def test_what_no_figure_sends_is_no_click(event):
    """A list in a key's place ended four pages in a redacted error."""
    assert clicked(event) is None


def test_an_area_of_a_map_is_clicked_by_its_place():
    assert clicked({"selection": {"points": [{"location": "LDS"}]}}) == "LDS"
    assert clicked({"selection": {"points": [{"id": "a/b", "customdata": "x"}]}}, "id") == "a/b"


def bins(group: Group = SINGLE):
    rows = [row for row in offered(group) if row["measure"] == "bins_recycled"]
    return looked(group, rows[0])


def test_who_is_left_out_has_no_figure_in_the_plane(world):
    one = bins()
    frame = together(one, one, None)
    absent = frame.filter(pl.col("outcome").is_null())["council"].to_list()
    assert {"MAD", "MAE", "LND"} <= set(absent)
    assert "LND" in together(one, one, "LND").filter(pl.col("outcome").is_not_null())["council"]


def test_the_council_pointed_out_is_left_out_of_the_medians(world):
    one = bins()
    frame = together(one, one, "MAA")
    others = frame.filter(pl.col("outcome").is_not_null(), pl.col("council") != "MAA")
    own = one.figures.frame.filter(council="MAA")["value"].item()
    assert own < others["outcome"].median()
    group = replace(SINGLE, subject="MAA")
    place = placed(frame, one, group)
    # Two peers with a figure: spending has its side, the outcome no word.
    assert (place.spending, place.outcome.reason) == ("lower", "too_few_peers")
    assert placed(frame, one, SINGLE) is None
