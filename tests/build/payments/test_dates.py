from collections import Counter
from datetime import date

import pytest

from data.build.payments.dates import day_of
from data.build.payments.orders import order_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("03/04/2020", date(2020, 4, 3)),
        ("3/4/20", date(2020, 4, 3)),
        ("03.04.2020", date(2020, 4, 3)),
        ("03-Apr-20", date(2020, 4, 3)),
        ("3rd April 2020", date(2020, 4, 3)),
        ("2020-04-03", date(2020, 4, 3)),
        ("2020-04-03 00:00:00", date(2020, 4, 3)),
        ("2020-04-03T10:20:30.000Z", date(2020, 4, 3)),
        ("03/04/2020 00:00", date(2020, 4, 3)),
        ("20200403", date(2020, 4, 3)),
        ("43658", date(2019, 7, 12)),
    ],
)
def test_the_ways_councils_write_a_day(text, day):
    found = day_of(text)
    assert (found.day, found.month_only) == (day, False)


@pytest.mark.parametrize("text", ["2011-01", "Jan-11", "January 2011", "jan 2011"])
def test_a_month_is_said_to_be_a_month(text):
    found = day_of(text)
    assert (found.day, found.month_only) == (date(2011, 1, 1), True)


@pytest.mark.parametrize(
    "text",
    [
        "31/09/2017",
        "2017-09-31",
        "VARIOUS",
        "09/10/1202",
        "12/13/2020",
        "",
        "1499.98",
        "July 2010-September 2010",
    ],
)
def test_an_impossible_day_is_not_guessed(text):
    assert day_of(text) is None


def test_a_column_that_reads_only_month_first_is_read_so_and_says_so():
    order, _, doubt = order_of(Counter({"04/13/2020": 5, "04/25/2020": 5, "04/02/2020": 3}))
    assert order == "mdy" and "month first" in doubt
    assert day_of("04/02/2020", order).day == date(2020, 4, 2)


def test_one_slip_does_not_turn_a_column_round():
    assert order_of(Counter({"13/04/2020": 50, "04/13/2020": 1, "02/04/2020": 9})) == ("dmy", 0, "")


def test_year_first_in_two_digits_is_told_by_the_spread_of_years():
    texts = Counter(f"24/08/{day:02d}" for day in range(1, 29))
    order, _, doubt = order_of(texts)
    assert order == "ymd" and "year first" in doubt
    assert day_of("24/08/15", order).day == date(2024, 8, 15)


def test_day_first_in_two_digits_stays_day_first():
    texts = Counter(f"{day:02d}/08/24" for day in range(1, 29))
    assert order_of(texts) == ("dmy", 0, "")
