"""Funnel limits against published tables and an oracle that counts one council at a time."""

import math

import numpy as np
import polars as pl
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.stats import poisson

from inference.comparison.level import OUTER_Z, Z
from inference.comparison.scale import Scale
from inference.funnel.fitting import funnel
from inference.funnel.limits import chance_limits
from inference.intervals import wilson

SHARE, RATE = Scale("arcsine", 100), Scale("root", 100_000)
OF_SHARES = {"interval_method": "wilson", "unit": "%", "decimals": 1}
OF_RATES = {"interval_method": "byar", "unit": "per 100 people", "decimals": 1}

PUBLISHED_SHARE = 80.642448


@pytest.mark.parametrize(
    ("people", "lower_95", "upper_95", "lower_998", "upper_998"),
    [
        (1, 3.204264, 100, 0, 100),
        (20, 63.326743, 97.958152, 53.341156, 100),
        (102, 72.974925, 88.309971, 68.553233, 92.731663),
        (1008, 78.203374, 83.081521, 76.796814, 84.488082),
        (110_000, 80.408963, 80.875933, 80.274317, 81.010578),
    ],
)
def test_limits_of_a_share_are_those_that_fingertips_expects(
    people, lower_95, upper_95, lower_998, upper_998
):
    """Expected limits of the tests of the Fingertips funnel functions at a baseline of
    80.642448% (OHID, R package PHEindicatormethods, testdata_funnel_prop_outputs)."""
    at = np.array([float(people)])
    made_95 = chance_limits(SHARE, PUBLISHED_SHARE, at, Z)
    made_998 = chance_limits(SHARE, PUBLISHED_SHARE, at, OUTER_Z)
    assert [made_95[0][0], made_95[1][0]] == pytest.approx([lower_95, upper_95], abs=1e-5)
    assert [made_998[0][0], made_998[1][0]] == pytest.approx([lower_998, upper_998], abs=1e-5)


@pytest.mark.parametrize(
    ("events", "person_years_1", "limit", "side", "z"),
    [
        (1, 1616.949526, 20.61494982, 0, Z),
        (2, 2096.679871, 31.79630214, 0, Z),
        (9, 4958.18753, 60.5059809, 0, Z),
        (1, 7.347518827, 4536.678859, 1, Z),
        (9, 1194.324587, 251.1879964, 1, Z),
        (5, 4775.339014, 34.90153604, 0, OUTER_Z),
        (5, 214.5734657, 776.7347474, 1, OUTER_Z),
        (1029, 317445.0065, 108.0502112, 0, Z),
        (1029, 280656.8951, 122.213281, 1, Z),
    ],
)
def test_limits_of_a_rate_are_those_that_fingertips_expects(events, person_years_1, limit, side, z):
    """Expected limits of the same package at a baseline of 114.8591735 per 100,000 over three
    years (testdata_funnel_rate_outputs_2); from ten events on they are Byar's, to 0.02%."""
    at = np.array([3 * person_years_1])
    made = chance_limits(RATE, 114.8591735, at, z)[side][0]
    assert made == pytest.approx(limit, rel=1e-6 if events < 10 else 2e-4)
    assert limit * at[0] / 100_000 == pytest.approx(events, rel=1e-6)


@given(st.integers(0, 3000), st.floats(0.01, 3000))
def test_a_rate_lies_outside_exactly_when_its_poisson_tail_is_small(events, expected):
    low, high = chance_limits(Scale("root", 1), 1.0, np.array([expected]), Z)
    counts = low[0] * expected, high[0] * expected
    assume(min(abs(events - count) for count in counts) > 1e-6)
    assert (events < counts[0]) == (poisson.cdf(events, expected) < 0.025)
    assert (events > counts[1]) == (poisson.sf(events - 1, expected) < 0.025)


@given(st.integers(1, 5000), st.floats(0, 1), st.floats(0.01, 0.99))
def test_a_share_lies_outside_exactly_when_its_wilson_interval_leaves_out_the_target(
    people, share, target
):
    cases = round(people * share)
    lower, upper = wilson(cases, people)
    assume(min(abs(lower[0] - target), abs(upper[0] - target)) > 1e-9)
    low, high = chance_limits(Scale("arcsine", 1), target, np.array([float(people)]), Z)
    outside = not low[0] <= cases / people <= high[0]
    assert outside == (not lower[0] <= target <= upper[0])


def frame_of(cases, people, per=100.0, **more):
    return pl.DataFrame(
        {
            "council": [f"C{i:03d}" for i in range(len(cases))],
            "value": [per * c / p for c, p in zip(cases, people, strict=True)],
            "lower": pl.Series([None] * len(cases), dtype=pl.Float64),
            "upper": pl.Series([None] * len(cases), dtype=pl.Float64),
            "numerator": cases,
            "denominator": people,
            "left_out_because": pl.Series([None] * len(cases), dtype=pl.String),
            **more,
        }
    )


def oracle(cases, people):
    """Spiegelhalter 2005 in plain Python on the arcsine of the root: phi, tau on that scale, and
    who lies beyond the additive 95% limits."""
    target = sum(cases) / sum(people)
    middle = math.asin(math.sqrt(target))
    placed = [math.asin(math.sqrt(c / n)) for c, n in zip(cases, people, strict=True)]
    errors = [1 / (2 * math.sqrt(n)) for n in people]
    scores = [(y - middle) / e for y, e in zip(placed, errors, strict=True)]

    def percentile(q):
        place = q * (len(scores) - 1)
        low = math.floor(place)
        ordered = [*sorted(scores), 0.0]
        return ordered[low] + (place - low) * (ordered[low + 1] - ordered[low])

    pulled = [min(max(z, percentile(0.1)), percentile(0.9)) for z in scores]
    # 0.67865: what pulling in at a tenth leaves of the square of a standard normal.
    phi = sum(z * z for z in pulled) / len(pulled) / 0.6786545589528744
    weights = [1 / e**2 for e in errors]
    down = sum(weights) - sum(w * w for w in weights) / sum(weights)
    tau = math.sqrt(max(0, (len(scores) * phi - (len(scores) - 1)) / down))
    outside = [
        abs(y - middle) > 1.959963984540054 * math.sqrt(e * e + tau * tau)
        for y, e in zip(placed, errors, strict=True)
    ]
    return 100 * target, phi, tau, outside


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 600), st.integers(700, 9000)), min_size=12, max_size=60))
def test_the_whole_funnel_agrees_with_the_oracle(parts):
    cases, people = zip(*parts, strict=True)
    assume(sum(cases) > 0)
    made = funnel(frame_of(cases, people), **OF_SHARES)
    target, phi, tau, outside = oracle(cases, people)
    assert made.target == pytest.approx(target)
    assert made.spread.dispersion.phi == pytest.approx(phi, rel=1e-9, abs=1e-12)
    assert made.spread.dispersion.tau == pytest.approx(tau, rel=1e-6, abs=1e-6)
    if made.adjusted == "additive":
        assert [place != "inside" for place in made.councils["place"]] == outside


WIDE = frame_of(
    [int(n * s) for n, s in zip(range(1000, 5000, 100), [0.2, 0.4] * 20, strict=True)],
    list(range(1000, 5000, 100)),
)
CALM = frame_of([int(n * 0.3) for n in range(1000, 5000, 100)], list(range(1000, 5000, 100)))


def test_a_spread_beyond_chance_is_tested_stated_and_adjusted():
    made = funnel(WIDE, **OF_SHARES)
    assert made.spread.dispersion.p_value < 0.001
    assert made.spread.dispersion.phi > 10
    assert made.adjusted == "additive"
    assert set(made.councils["place"]) == {"inside"}
    assert "inside" not in set(made.councils["place_unadjusted"])
    lines = made.lines
    assert (lines["lower_95_adjusted"] < lines["lower_95"]).all()
    assert (lines["upper_998_adjusted"] > lines["upper_998"]).all()


def test_chance_alone_is_not_adjusted():
    made = funnel(CALM, **OF_SHARES)
    assert (made.adjusted, set(made.councils["place"])) == ("none", {"inside"})
    assert made.spread.tau == 0
    assert made.lines["lower_95"].equals(made.lines["lower_95_adjusted"], check_names=False)


def test_the_other_ways_of_adjusting_can_be_chosen():
    phi = funnel(WIDE, **OF_SHARES, adjust="multiplicative")
    ratio = phi.councils["z"] / phi.councils["z_adjusted"]
    assert ratio.to_numpy() == pytest.approx(phi.spread.dispersion.phi**0.5)
    bare = funnel(WIDE, **OF_SHARES, adjust="none")
    assert bare.spread.dispersion.more_than_chance
    assert bare.councils["place"].equals(bare.councils["place_unadjusted"], check_names=False)


@settings(max_examples=30, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing_but_the_last_digit(shuffle):
    order = list(range(WIDE.height))
    shuffle.shuffle(order)
    one, other = (funnel(f, **OF_RATES) for f in (WIDE, WIDE[order]))
    assert other.spread.tau == pytest.approx(one.spread.tau, rel=1e-12)
    assert one.target == other.target
    assert dict(one.councils.select("council", "place").iter_rows()) == dict(
        other.councils.select("council", "place").iter_rows()
    )
    assert other.lines.to_numpy() == pytest.approx(one.lines.to_numpy(), rel=1e-12)


def test_who_cannot_stand_in_the_funnel_is_named():
    frame = pl.concat(
        [
            CALM,
            pl.DataFrame(
                {
                    "council": ["X1", "X2", "X3", "X4"],
                    "value": [None, 50.0, 99.0, 10.0],
                    "lower": None,
                    "upper": None,
                    "numerator": [None, None, 20, 1],
                    "denominator": [None, 100, 100, 10],
                    "left_out_because": ["not_submitted", None, None, "denominator_small"],
                }
            ),
        ],
        how="vertical_relaxed",
    )
    made = funnel(frame, **OF_SHARES)
    assert made.n == CALM.height
    assert dict(made.left_out.iter_rows()) == {
        "X1": "not_submitted",
        "X2": "no_parts",
        "X3": "parts_disagree",
        "X4": "denominator_small",
    }


def test_a_figure_rounded_by_its_publisher_still_agrees_with_its_parts():
    frame = frame_of([26] * 12, [1000] * 12, per=100).with_columns(value=pl.lit(3.0))
    assert funnel(frame, **OF_SHARES | {"decimals": 0}).n == 12
    assert funnel(frame, **OF_SHARES) is None


def test_a_figure_that_is_further_off_than_rounding_is_left_out():
    """One part in a hundred is rounding of the parts themselves; two are another figure."""
    frame = frame_of([400] * 12, [1000] * 12, per=100)
    for figure, n in [(40.3, 12), (40.7, 11), (38.9, 11)]:
        off = frame.with_columns(
            value=pl.when(pl.int_range(pl.len()) == 0).then(figure).otherwise("value")
        )
        assert funnel(off, **OF_SHARES).n == n


@pytest.mark.parametrize("cases", [[5] * 9, [0] * 20, [10] * 20])
def test_too_few_councils_or_nothing_to_vary_give_no_funnel(cases):
    assert funnel(frame_of(cases, [10] * len(cases)), **OF_SHARES) is None


def test_a_figure_published_without_counts_has_no_funnel():
    frame = CALM.with_columns(lower=pl.col("value") - 1, upper=pl.col("value") + 1)
    assert funnel(frame, interval_method="published", unit="%", decimals=1) is None


def test_limits_stay_within_the_measure():
    made = funnel(frame_of([1] * 11 + [9], [10] * 12), **OF_SHARES)
    assert made.lines["lower_998_adjusted"].min() >= 0
    assert made.lines["upper_998_adjusted"].max() <= 100
