"""A line through what was measured, and how far it is from the largest set."""

import math

import pytest

from benchmarks.foreseeing import foreseen


def test_what_lies_on_a_line_is_foreseen_exactly():
    found = foreseen("a question", {10: 30.0, 50: 70.0, 200: 220.0}, 1_000)
    assert found.start_ms == pytest.approx(20)
    assert found.million_ms == pytest.approx(1)
    assert found.foreseen_ms == pytest.approx(1_020)
    assert found.error_pct == pytest.approx(0, abs=1e-6)


def test_a_question_that_grows_faster_than_a_line_is_told_by_its_error():
    found = foreseen("a question", {10: 10.0, 50: 50.0, 200: 400.0}, 1_000)
    assert found.error_pct == pytest.approx(-50)


def test_no_question_takes_less_of_more_payments():
    found = foreseen("a question", {10: 31.0, 50: 30.0, 200: 29.0}, 1_000)
    assert (found.million_ms, found.foreseen_ms) == (0, 30)
    assert foreseen("a question", {10: 1.0, 50: 60.0}, 100).start_ms == 0


def test_two_sets_say_nothing_of_the_error():
    assert math.isnan(foreseen("a question", {10: 10.0, 50: 50.0}, 200).error_pct)
