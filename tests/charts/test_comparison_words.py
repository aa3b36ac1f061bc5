"""Ranks, funnels and expectations as a reader reads them."""

import numpy as np
import polars as pl
import pytest

from charts.comparison_words import (
    fit_words,
    funnel_words,
    quadrant_words,
    rank_words,
    with_interval,
)
from charts.judgement_sentences import (
    LEFT_OUT,
    counted_words,
    judgement_words,
    left_out_words,
    stability_words,
    with_stability,
)
from charts.wording import OF_FIGURES, STATUSES, ordinal
from inference.comparison.judgement import Judgement
from inference.comparison.rank import Rank
from inference.comparison.spend_and_outcome import Quadrant, quadrant
from inference.comparison.stability import Stability
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
    for status in STATUSES.keys() - OF_FIGURES:
        assert left_out_words(status) == LEFT_OUT[status]
    assert left_out_words("no_pay", {"pay": "average pay"}) == "no figure for average pay"
    assert left_out_words("no_pay") == "no figure for pay"


def test_a_judgement_names_its_comparator_or_its_reason():
    assert judgement_words(Judgement("better"), "the median of 15 peers") == (
        "better than the median of 15 peers"
    )
    assert judgement_words(Judgement("somewhat_worse"), "their median") == (
        "somewhat worse than their median"
    )
    assert judgement_words(Judgement("similar"), "the median") == "similar to the median"
    said = judgement_words(Judgement("not_judged", "denominator_small"), "the median")
    assert said == "not judged: too few cases"
    unknown = judgement_words(Judgement("not_judged", "denominator_unknown"), "the median")
    assert unknown == "not judged: how many cases it stands on is not published"


@pytest.mark.parametrize(
    ("stability", "words"),
    [
        (Stability("worse", 4, 5, 5), "under 4 of 5 peer groups"),
        (Stability("better", 1, 1, 3), "under 1 of 1 peer group"),
        (Stability("not_judged", 0, 0, 3), "not said under any of 3 peer groups"),
    ],
)
def test_stability_stands_beside_the_word(stability, words):
    assert stability_words(stability) == words
    held = Judgement("worse", stability=stability)
    assert with_stability(held, "worse") == f"worse ({words})"
    assert with_stability(Judgement("position"), "3rd lowest of 24") == "3rd lowest of 24"


def test_a_count_of_words_says_how_many_were_judged_and_how_many_chance_would_bring():
    """One in twenty lies outside by chance: of 40, two."""
    words = ["better"] * 3 + ["worse"] + ["similar"] * 30 + ["somewhat_worse"] * 6
    others = ["higher", "position", "grade", "not_judged"]
    said = counted_words([Judgement(word) for word in words + others])
    assert said == (
        "Of 40 measures judged, 3 stand out as better and 1 as worse; by chance alone about 2.0 "
        "would."
    )
    assert counted_words([Judgement("higher")]) == "None of these measures can be judged."


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (
            quadrant(90, 100, Judgement("better")),
            "spends less than the median of peers; its outcome: better than their median",
        ),
        (
            quadrant(90, 100, Judgement("similar")),
            "spends less than the median of peers; its outcome cannot be told from their median",
        ),
        (
            quadrant(110, 100, Judgement("not_judged", "too_few_peers")),
            "spends more than the median of peers; its outcome: not judged: "
            "fewer than eight peers have a figure",
        ),
        (quadrant(None, 100, Judgement("better")), "spending cannot be set beside peers"),
    ],
)
def test_a_corner_says_what_is_known_and_praises_no_spending(place: Quadrant, words):
    assert quadrant_words(place, "peers") == words


OF_SHARES = {"interval_method": "wilson", "unit": "%", "decimals": 1}


def frame(shares, n=40):
    people = [2000] * n
    cases = [int(2000 * shares[i % len(shares)]) for i in range(n)]
    return pl.DataFrame(
        {
            "council": [f"C{i:02d}" for i in range(n)],
            "value": [c / 20 for c in cases],
            "numerator": cases,
            "denominator": people,
            "lower": None,
            "upper": None,
            "left_out_because": None,
        },
        schema_overrides={"left_out_because": pl.String},
    )


def test_a_funnel_states_n_target_phi_and_what_was_done():
    wide = funnel(frame([0.2, 0.4]), **OF_SHARES)
    words = funnel_words(wide, "%")
    assert words.startswith("40 councils beside 30.0%, the figure of all together.")
    assert f"phi = {wide.spread.dispersion.phi:.1f}" in words
    assert "p < 0.001" in words
    low, high = wide.spread.between
    assert f"tau = {wide.spread.tau:.3g} on a scale of the arcsine of the root" in words
    assert words.endswith(f"most lie between {low:.1f}% and {high:.1f}%.")
    times = funnel(frame([0.2, 0.4]), **OF_SHARES, adjust="multiplicative")
    assert f"widened {wide.spread.dispersion.phi**0.5:.1f} times" in funnel_words(times, "%")
    bare = funnel(frame([0.2, 0.4]), **OF_SHARES, adjust="none")
    assert "not widened" in funnel_words(bare, "%")
    calm = funnel(frame([0.3]), **OF_SHARES)
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
