"""How much of a year is held, and what is said of its payments beside the accounts."""

import pytest

from components.council.payments_beside import WHY_BY_BASIS
from components.council.payments_years import is_whole, months_held, start


def year(months: int, few: int = 0, cards: float = 0.0) -> dict:
    return {"months": months, "few": few, "paid_gbp": 900.0, "cards_gbp": cards}


@pytest.mark.parametrize(
    ("one", "words", "whole"),
    [
        (year(12), "all months", True),
        (year(11), "11 of 12 months", False),
        (year(12, 4), "all months, only a few payments in 4 of them", False),
        (year(12, cards=9.0), "all months", True),
        (year(12, cards=900.0), "all months, purchases by card only", False),
        (year(2, 2), "2 of 12 months, only a few payments", False),
    ],
)
def test_a_month_of_stray_payments_makes_no_whole_year(one, words, whole):
    assert months_held(one) == words
    assert is_whole(one) is whole


def test_the_page_begins_with_the_newest_whole_year():
    years = {"2023-24": year(9), "2022-23": year(12, 4), "2021-22": year(12), "2020-21": year(12)}
    assert start(years) == "2021-22"
    assert start(years | {"2021-22": year(12, cards=900.0)}) == "2020-21"


def test_without_a_whole_year_it_begins_with_the_fullest():
    assert start({"2021-22": year(5), "2020-21": year(12, 4), "2019-20": year(7)}) == "2020-21"


def test_wages_are_a_reason_only_where_the_accounts_hold_them():
    assert not any("Wages are in" in one for one in WHY_BY_BASIS["running_expenses"])
    net = " ".join(WHY_BY_BASIS["net_current_expenditure"])
    assert "Wages are in the accounts" in net and "These accounts are net" in net
