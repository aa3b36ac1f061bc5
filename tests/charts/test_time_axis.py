"""Skipped years keep their place and break the line."""

import pytest

from charts.time_axis import month_of, places, skipped, stretch_numbers

KEY_STAGE_2 = ["2016/17", "2017/18", "2018/19", "2021/22", "2022/23"]


@pytest.mark.parametrize(
    ("period", "ends"),
    [
        ("2023-24", (2024, 3)),
        ("1999-00", (2000, 3)),
        ("2023/24", (2024, 8)),
        ("2024", (2024, 12)),
        ("2022 to 2024", (2024, 12)),
        ("2019-20 to 2021-22", (2022, 3)),
        ("2025 Q4", (2025, 12)),
        ("2024-03-31", (2024, 3)),
        ("Year to September 2025", (2025, 9)),
    ],
)
def test_a_period_ends_in_its_month(period, ends):
    assert month_of(period) == ends[0] * 12 + ends[1] - 1


def test_other_words_name_no_month():
    assert month_of("newest") is None
    assert month_of("2023-12") is None


def test_two_uncollected_years_keep_their_place_and_break_the_line():
    """Key stage 2 was drawn as if 2021/22 came right after 2018/19."""
    assert places(KEY_STAGE_2) == [0, 1, 2, 5, 6]
    assert stretch_numbers(KEY_STAGE_2, ["2017/18"]) == [0, 1, 1, 2, 2]
    assert skipped(KEY_STAGE_2) == 2


def test_every_second_year_is_a_series_of_its_own_step():
    periods = ["2010/11", "2012/13", "2014/15", "2018/19", "2020/21"]
    assert places(periods) == [0, 1, 2, 4, 5]
    assert stretch_numbers(periods, []) == [0, 0, 0, 1, 1]


def test_a_december_is_not_joined_to_marches():
    periods = ["2023 Q1", "2024 Q1", "2025 Q1", "2025 Q4"]
    assert places(periods) == [0, 1, 2, 2.75]
    assert stretch_numbers(periods, []) == [0, 0, 0, 1]


def test_a_survey_day_may_move_by_a_week():
    days = ["2023-04-19", "2024-04-17", "2025-05-01"]
    assert stretch_numbers(days, []) == [0, 0, 0]


def test_a_break_in_a_skipped_year_starts_the_next_period():
    assert stretch_numbers(["2018-19", "2019-20", "2021-22"], ["2020-21"])[-1] == 1
    rolling = ["2016 to 2018", "2017 to 2019", "2018 to 2020"]
    assert stretch_numbers(rolling, ["2019"]) == [0, 1, 1]


def test_breaks_start_new_stretches_but_not_at_the_first_period():
    assert stretch_numbers(["a", "b", "c"], ["b"]) == [0, 1, 1]
    assert stretch_numbers(["a", "b", "c"], ["a", "c"]) == [0, 0, 1]
    assert stretch_numbers([], ["b"]) == []


def test_labels_without_a_time_stand_one_after_the_other():
    assert places(["April", "May", "June"]) == [0, 1, 2]
    assert places(["2024", "2024"]) == [0, 1]
    assert places(["2024"]) == [0]
