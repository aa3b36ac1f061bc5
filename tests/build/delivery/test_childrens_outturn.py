"""Spending by provider: shares that add up, or the reason why there are none."""

import pytest

from tests.build.delivery.small_world import header, make, shares, write, wrong_rows


def line(la, text, own, private, other, voluntary, total, number="1"):
    return [la, "Any", number, text, own, private, other, voluntary, total, 0, total]


@pytest.fixture
def world(tmp_path):
    old = [
        header("0809"),
        ["383", "Leeds  ", "14 Total Children Looked After", 30, 10, 60, 100, 0, 100],
        ["383", "Leeds  ", "33 Total Asylum Seeker", 0, 0, 20, 20, 0, 20],
        ["383", "Leeds  ", "34 Adoption services", 10, 0, 0, 10, 0, 10],
        ["383", "Leeds  ", "35 Special guardianship support", 0, 0, 10, 10, 0, 10],
    ]
    new = [
        header("1112"),
        line("383", "Total Children Looked After", 50, 30, 10, 10, 100),
        line("383", "Adoption services", 80, 10, 0, 10, 100),
        line("383", "Special guardianship support", 100, 0, 0, 0, 100),
        line("383", "Residential care", -5, 105, 0, 0, 100),
        line("383", "Fostering services", 50, 40, 0, 0, 100),
        line("383", "Leaving care support services", 0, 0, 0, 0, 0),
        line("383", "Youth Justice", "NULL", "NULL", "NULL", "NULL", 7),
        line("801", "Total Children Looked After", "NULL", "NULL", "NULL", "NULL", 100),
        line("999", "Total Children Looked After", 1, 1, 1, 1, 4),
    ]
    last = [header("1314"), line("383", "16 Total Children Looked After ", 150, 40, 10, 100, 300)]
    path = "delivery/s251_outturn/outturn_{}.csv.gz".format
    files = write(tmp_path, path("0809"), old) | write(tmp_path, path("1112"), new, "cp1252")
    files |= write(tmp_path, path("1314"), last, "cp1252")
    return make(files, "delivery.childrens_outturn")


def test_shares_are_of_the_total(world):
    found = shares(world, "LDS", "2011-12", "children_looked_after_spending")
    assert {model: share for model, (_, share, _, _) in found.items()} == {
        "own": 50,
        "private": 30,
        "other_public": 10,
        "voluntary": 10,
    }


def test_adoption_is_added_before_it_was_part_of_the_total(world):
    found = shares(world, "LDS", "2011-12", "children_in_care_and_adoption_spending")
    assert found["own"][:2] == [230, pytest.approx(100 * 230 / 300, abs=1e-5)]
    later = shares(world, "LDS", "2013-14", "children_in_care_and_adoption_spending")
    assert later["own"][:2] == [150, 50]


def test_the_first_year_has_no_share_of_its_own(world):
    found = shares(world, "LDS", "2008-09", "children_looked_after_spending")
    assert found["own"][0] is None and found["own"][2] == "not_collected"
    assert found["other_public"][2] == "not_collected"
    assert [found[m][1] for m in ("public", "private", "voluntary")] == [60, 30, 10]
    whole = shares(world, "LDS", "2008-09", "children_in_care_and_adoption_spending")
    assert whole["public"][0] == 90


def test_a_break_starts_another_series(world):
    rows = world.execute(
        "SELECT DISTINCT period, series FROM delivery"
        " WHERE delivery_service = 'children_looked_after_spending' ORDER BY 1"
    ).fetchall()
    assert len({series for _, series in rows}) == 3


@pytest.mark.parametrize(
    ("part", "note"),
    [
        ("residential_care_spending", "An amount is below nought"),
        ("fostering_spending", "The parts do not add to the total"),
        ("leaving_care_spending", "Nothing was spent"),
    ],
)
def test_what_makes_no_whole_has_no_shares_and_says_why(world, part, note):
    found = shares(world, "LDS", "2011-12", part)
    assert [share for _, share, _, _ in found.values()] == [None] * 4
    assert all(told.startswith(note) for _, _, _, told in found.values())


def test_a_council_without_figures_has_rows_that_say_so(world):
    for period in ("2011-12", "2013-14"):
        found = shares(world, "BST", period, "children_looked_after_spending")
        assert [(value, status) for value, _, status, _ in found.values()] == [
            (None, "not_submitted")
        ] * 4


def test_an_unknown_number_is_nobodys(world):
    councils = world.execute("SELECT DISTINCT council FROM delivery").fetchall()
    assert set(councils) == {("LDS",), ("BST",)}


@pytest.mark.parametrize(
    ("check", "breaking"),
    [
        (
            "delivery_shares_add_up",
            "UPDATE delivery SET share_pct = 0 WHERE model = 'own' AND value > 0",
        ),
        ("delivery_shares_add_up", "UPDATE delivery SET share_pct = NULL, note = NULL"),
        ("delivery_missing_says_why", "UPDATE delivery SET value = 1"),
    ],
)
def test_the_checks_fail_when_they_should(world, check, breaking):
    assert wrong_rows(world, check) == 0
    world.execute(breaking)
    assert wrong_rows(world, check) > 0


def test_a_line_that_is_not_in_its_file_is_found(world):
    assert wrong_rows(world, "delivery_lines_are_found") > 0
