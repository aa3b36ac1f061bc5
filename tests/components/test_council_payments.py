"""How much of a year is held, and what is said of its payments beside the accounts."""

import pytest

from components.council.payments_beside import WHY_BY_BASIS
from components.council.payments_years import is_whole, months_held, start
from components.ledger.running_expenses import ratio_words


def year(months: int, card_months: int = 0) -> dict:
    return {"months": months, "card_months": card_months}


@pytest.mark.parametrize(
    ("one", "words", "whole"),
    [
        (year(12), "all months", True),
        (year(11), "11 of 12 months", False),
        (year(12, 9), "all months", True),
        (year(0, 12), "purchases by card only, all months", False),
        (year(0, 2), "purchases by card only, 2 of 12 months", False),
    ],
)
def test_card_purchases_alone_make_no_whole_year(one, words, whole):
    """Devon's 2019-20 and 2020-21 hold a million pounds of card purchases and no invoice."""
    assert months_held(one) == words
    assert is_whole(one) is whole


def test_the_page_begins_with_the_newest_whole_year():
    years = {"2023-24": year(9), "2022-23": year(0, 12), "2021-22": year(12), "2020-21": year(12)}
    assert start(years) == "2021-22"
    assert start(years | {"2021-22": year(0, 12)}) == "2020-21"


def test_without_a_whole_year_it_begins_with_the_fullest():
    assert start({"2021-22": year(5), "2020-21": year(0, 12), "2019-20": year(7)}) == "2019-20"


def test_payments_far_from_running_expenses_say_why():
    row = {"ratio": 2.36, "paid_gbp": 2.36e8, "running_gbp": 1e8, "why": "Capital works."}
    assert "2.36 times the running expenses" in ratio_words(row)
    assert ratio_words(row).endswith("That is far from one: Capital works.")
    assert ratio_words(row | {"why": None}).count("No one reason is known here") == 1
    near = ratio_words(row | {"ratio": 1.1, "paid_gbp": 1.1e8})
    assert "far from one" not in near


def test_wages_are_a_reason_only_where_the_accounts_hold_them():
    assert not any("Wages are in" in one for one in WHY_BY_BASIS["running_expenses"])
    net = " ".join(WHY_BY_BASIS["net_current_expenditure"])
    assert "Wages are in the accounts" in net and "These accounts are net" in net
