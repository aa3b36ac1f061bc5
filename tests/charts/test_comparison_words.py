"""Ranks, funnels and expectations as a reader reads them."""

import numpy as np
import polars as pl
import pytest

from charts.comparison_words import (
    LEFT_OUT,
    fit_words,
    funnel_words,
    left_out_words,
    ordinal,
    quadrant_words,
    rank_words,
    stability_words,
    with_interval,
)
from charts.wording import STATUSES
from inference.comparison.rank import Rank
from inference.comparison.spend_and_outcome import Quadrant, quadrant
from inference.comparison.stability import Stability
from inference.comparison.word import SHOWN_STATUSES, Verdict
from inference.funnel.fitting import funnel
from inference.need.expectation import expect


@pytest.mark.parametrize(
    ("n", "words"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
     (21, "21st"), (111, "111th"), (112, "112th"), (122, "122nd"), (1003, "1,003rd")],
)  # fmt: skip
def test_ordinals(n, words):
    assert ordinal(n) == words


def test_a_rank_is_never_without_its_interval():
    assert rank_words(Rank(12, 5, 31, 151)) == "12th (5th to 31st of 151)"
    assert rank_words(Rank(2, 1, 4, 9, tied=True)) == "joint 2nd (1st to 4th of 9)"


def test_every_reason_for_being_left_out_has_words():
    for status in STATUSES.keys() - SHOWN_STATUSES:
        assert left_out_words(status) == LEFT_OUT[status]
    assert left_out_words("no_pay", {"pay": "average pay"}) == "no figure for average pay"
    assert left_out_words("no_pay") == "no figure for pay"


@pytest.mark.parametrize(
    ("stability", "words"),
    [
        (
            Stability("worse", 4, 5, 5, (("worse", 4), ("similar", 1))),
            "worse under 4 of 5 peer groups",
        ),
        (
            Stability("better", 2, 2, 3, (("better", 2),)),
            "better under 2 of 2 peer groups; 1 could not judge",
        ),
        (
            Stability(None, 2, 4, 4, (("similar", 2), ("worse", 2))),
            "depends on the peers: similar 2, worse 2 of 4 peer groups",
        ),
        (Stability(None, 0, 0, 3, ()), "not judged under any of 3 peer groups"),
    ],
)
def test_stability(stability, words):
    assert stability_words(stability) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (
            quadrant(90, 100, Verdict("better", "higher")),
            "spends less than the median of peers; its outcome is better than their median",
        ),
        (
            quadrant(90, 100, Verdict("similar", "higher")),
            "spends less than the median of peers; its outcome cannot be told from their median",
        ),
        (
            quadrant(110, 100, Verdict("not_judged", "higher", "no_interval")),
            "spends more than the median of peers; its outcome is not judged: "
            "the figure comes without a margin of error",
        ),
        (quadrant(None, 100, Verdict("better")), "spending cannot be set beside peers"),
    ],
)
def test_a_corner_says_what_is_known_and_praises_no_spending(place: Quadrant, words):
    assert quadrant_words(place, "peers") == words


def frame(shares, n=40):
    people = [2000] * n
    cases = [int(2000 * shares[i % len(shares)]) for i in range(n)]
    return pl.DataFrame(
        {
            "council": [f"C{i:02d}" for i in range(n)],
            "value": [c / 20 for c in cases],
            "numerator": cases,
            "denominator": people,
        }
    )


def test_a_funnel_states_n_target_phi_and_what_was_done():
    wide = funnel(frame([0.2, 0.4]), kind="proportion", per=100)
    words = funnel_words(wide, "%")
    assert words.startswith("40 councils beside 30.0%, the figure of all together.")
    assert f"phi = {wide.spread.phi:.1f}" in words
    assert "p < 0.001" in words
    assert f"spread between councils of {wide.spread.tau:.1f} percentage points" in words
    times = funnel(frame([0.2, 0.4]), kind="proportion", per=100, adjust="multiplicative")
    assert f"widened {wide.spread.phi**0.5:.1f} times" in funnel_words(times, "%")
    bare = funnel(frame([0.2, 0.4]), kind="proportion", per=100, adjust="none")
    assert "not widened" in funnel_words(bare, "%")
    calm = funnel(frame([0.3]), kind="proportion", per=100)
    assert "no more than chance" in funnel_words(calm, "%")


def test_a_model_states_n_fit_and_that_association_is_no_cause():
    chance = np.random.default_rng(2)
    pay = chance.normal(0, 1, 40)
    made = expect(
        pl.DataFrame(
            {
                "council": [f"C{i}" for i in range(40)],
                "value": 3 * pay + chance.normal(0, 1, 40),
                "pay": pay,
            }
        ),
        ["pay"],
    )
    words = fit_words(made, {"pay": "average pay"}, "%", 1)
    assert words.startswith("Expected from average pay, over 40 councils: these go with ")
    assert f"{100 * made.adjusted_r_squared:.0f}%" in words
    assert f"standard deviation of {made.residual_sd:.1f} percentage points" in words
    assert words.endswith("This is association, not cause.")


def test_a_figure_with_and_without_its_interval():
    row = {"value": 61.2, "lower": 60.0, "upper": 62.4}
    assert with_interval(row, "%", 1) == "61.2% (95% interval 60.0% to 62.4%)"
    assert with_interval(row | {"lower": None}, "%", 1) == "61.2%"
    assert with_interval({"value": 450}, "£ per head", 0) == "£450 per head"
