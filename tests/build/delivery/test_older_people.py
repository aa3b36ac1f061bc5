"""Care of older people by provider, 2022-23: what is external, and what the rest is taken for."""

import pytest

from tests.build.delivery.small_world import make, shares, write, wrong_rows

PATH = (
    "delivery/adult_social_care/"
    "asc_fr_2022-23_over65_external_provision_by_council_transcribed.csv.gz"
)
HEADER = [
    "financial_year",
    "council_as_printed",
    "setting",
    "total_gbp_thousand",
    "external_gbp_thousand",
    "external_share_percent",
]
HOME = "Home care, people aged 65 and over"
CARE_HOMES = "Residential care home placements, people aged 65 and over"


@pytest.fixture
def world(tmp_path):
    rows = [
        ["2022-23", "LEEDS", HOME, 1000, 998, 99.8],
        ["2022-23", "LEEDS", CARE_HOMES, 1000, 1016, 101.6],
        ["2022-23", "BRISTOL", HOME, "", "", ""],
    ]
    return make(write(tmp_path, PATH, [HEADER, *rows]), "delivery.care_over_65")


def test_what_is_not_external_is_the_councils_own(world):
    assert shares(world, "LDS", "2022-23", "home_care_65_spending") == {
        "external": [998_000, 99.8, "derived", None],
        "own": [2_000, 0.2, "derived", None],
    }


def test_more_external_than_there_is_makes_no_shares(world):
    found = shares(world, "LDS", "2022-23", "care_home_65_spending")
    assert {share for _, share, _, _ in found.values()} == {None}
    assert all("more than all" in note for *_, note in found.values())


def test_a_council_without_a_return_is_not_nought(world):
    found = shares(world, "BST", "2022-23", "home_care_65_spending")
    assert {(value, status) for value, _, status, _ in found.values()} == {(None, "not_submitted")}


def test_checks_hold(world):
    for check in ("delivery_shares_add_up", "delivery_missing_says_why"):
        assert wrong_rows(world, check) == 0, check
