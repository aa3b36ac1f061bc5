"""Intervals of ranks cover what they say they cover, and are what seeded draws give."""

from time import perf_counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm

from inference.comparison.level import PUBLISHED_Z
from inference.comparison.rank_interval import (
    TAIL,
    clearly_better,
    middle_places,
    rank_intervals,
)
from inference.comparison.true_values import TrueValues, true_values_of
from inference.intervals import byar, wilson

DRAWS = 20_000
SPREADS = {
    "bell": lambda chance, n: chance.standard_normal(n),
    "long tails": lambda chance, n: chance.standard_t(3, n) / 3**0.5,
    "one long tail": lambda chance, n: chance.exponential(1, n),
    "two groups": lambda chance, n: chance.choice([-1.0, 1.0], n) + 0.1 * chance.standard_normal(n),
}


def drawn_places(made, tail):
    """The oracle: every council drawn from its own distribution, sorted, and counted."""
    chance = np.random.default_rng(1996)
    n = len(made.cumulative)
    drawn = np.stack(
        [np.interp(chance.random(DRAWS), own, made.edges) for own in made.cumulative], axis=1
    )
    places = np.sort((-drawn).argsort(axis=1).argsort(axis=1) + 1, axis=0)
    assert places.shape == (DRAWS, n)
    return places[int(tail * DRAWS)], places[-1 - int(tail * DRAWS)]


def covered(spread, ratio, n, times):
    """Shares of `times` worlds of `n` councils in which the interval holds the true place.

    `ratio` is the spread of the true values over the typical standard error. Gives those of the
    truly best, of the truly worst and of the middle half.
    """
    chance = np.random.default_rng([n, int(100 * ratio), len(spread)])
    found = np.zeros(3)
    for _ in range(times):
        truth = SPREADS[spread](chance, n) * ratio
        error = chance.lognormal(0, 0.4, n)
        value = truth + error * chance.standard_normal(n)
        half = PUBLISHED_Z * error
        best, worst = rank_intervals(value, value - half, value + half)
        place = 1 + (truth[None, :] > truth[:, None]).sum(axis=1)
        holds = (best <= place) & (place <= worst)
        middle = (place > n / 4) & (place <= 3 * n / 4)
        found += [holds[place == 1].item(), holds[place == n].item(), holds[middle].mean()]
    return found / times


@pytest.mark.parametrize("spread", SPREADS)
@pytest.mark.parametrize("ratio", [0.01, 0.5, 2, 5])
def test_intervals_cover_the_first_the_last_and_the_middle(spread, ratio):
    """Drawing alone covered 70% of the truly best and 90% of the middle, nominally 95%."""
    best, worst, middle = covered(spread, ratio, 36, 60)
    assert min(best, worst, middle) >= 0.93


@pytest.mark.parametrize("ratio", [0.01, 2])
def test_intervals_cover_among_a_hundred_and_fifty(ratio):
    assert min(covered("bell", ratio, 150, 20)) >= 0.93


def test_shrinking_alone_would_lose_the_truly_best():
    """Why the ends are looked at by themselves: were they not, this would be the coverage."""
    chance, found = np.random.default_rng(5), []
    for _ in range(60):
        truth, error = chance.standard_normal(36) * 0.5, np.ones(36)
        value = truth + chance.standard_normal(36)
        best, _ = middle_places(true_values_of(value, error, error))
        found.append(best[truth.argmax()] == 1)
    assert np.mean(found) < 0.9


@pytest.mark.parametrize(("n", "ratio"), [(9, 1), (36, 3), (36, 0.3), (150, 5)])
def test_places_are_those_of_twenty_thousand_draws(n, ratio):
    chance = np.random.default_rng(n)
    error = chance.lognormal(0, 0.4, n)
    made = true_values_of(
        chance.standard_normal(n) * ratio + error * chance.normal(0, 1, n), error, error
    )
    ours, theirs = middle_places(made), drawn_places(made, TAIL)
    for own, other in zip(ours, theirs, strict=True):
        assert np.abs(own - other).max() <= max(1, n / 50)
    widths = [(worst - best).sum() for best, worst in (ours, theirs)]
    assert widths[0] == pytest.approx(widths[1], rel=0.02)


def test_five_in_a_hundred_places_are_cut_and_not_six():
    """On smooth distributions the width follows the tail closely enough to tell 2.5% from 3%."""
    n = 400
    edges = np.linspace(0, 1, 101)
    made = TrueValues(edges, np.tile(edges, (n, 1)))
    best, worst = middle_places(made)
    assert best[0] == pytest.approx(0.025 * n, abs=1.5)
    assert worst[0] == pytest.approx(0.975 * n, abs=1.5)
    error = np.ones(2)
    limit = norm.ppf(1 - 0.025) * 2**0.5
    assert clearly_better(np.array([0, limit * 1.001]), error, error)[0, 1]
    assert not clearly_better(np.array([0, limit * 0.999]), error, error)[0, 1]
    many = np.concatenate([[norm.ppf(1 - 0.025 / 99) * 2**0.5 * 0.999], np.zeros(99)])
    assert not clearly_better(many, np.ones(100), np.ones(100)).any()
    assert clearly_better(many * 1.002, np.ones(100), np.ones(100))[1:, 0].all()


def test_figures_are_drawn_together_as_far_as_two_normals_say():
    chance = np.random.default_rng(2)
    error = np.ones(200)
    same = true_values_of(chance.standard_normal(200), error, error)
    middles = same.at(np.array([0.5]))[:, 0]
    assert middles.std() < 0.35
    truth = chance.standard_normal(400) * 2
    figures = truth + chance.standard_normal(400)
    apart = true_values_of(figures, np.ones(400), np.ones(400))
    # Two normals: each figure keeps four fifths of its distance and the root of that of its error.
    lower, middle, upper = apart.at(norm.cdf([-1.0, 0, 1.0])).T
    assert np.median(upper - lower) / 2 == pytest.approx(0.8**0.5, rel=0.1)
    assert np.polyfit(figures, middle, 1)[0] == pytest.approx(0.8, rel=0.1)


@pytest.mark.parametrize(
    ("counts", "limits"),
    [
        ([1, 4, 9, 30, 97], wilson([1, 4, 9, 30, 97], [100] * 5, per=100)),
        ([1, 4, 9, 30, 60], byar([1, 4, 9, 30, 60])),
    ],
)
def test_a_lopsided_margin_counts_on_its_own_side(counts, limits):
    """Beyond a council's limit stands a mark known exactly, on the one side and on the other."""
    for value, lower, upper in zip(counts, *limits, strict=True):
        below, above = np.zeros(3), np.zeros(3)
        below[0], above[0] = (value - lower) / PUBLISHED_Z, (upper - value) / PUBLISHED_Z
        times = norm.ppf(1 - TAIL / 2) / PUBLISHED_Z
        for stretch, told in ((0.98, False), (1.02, True)):
            marks = value + np.array([0, lower - value, upper - value]) * times * stretch
            clearly = clearly_better(marks, below, above)
            assert (clearly[0, 2], clearly[1, 0]) == (told, told)


figures = st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=40)


@settings(max_examples=60, deadline=None)
@given(figures, st.floats(0, 1e6))
def test_places_are_places_whatever_the_figures(values, half):
    value = np.array(values)
    best, worst = rank_intervals(value, value - half, value + half)
    rank = 1 + (value[None, :] > value[:, None]).sum(axis=1)
    assert ((best >= 1) & (best <= rank) & (rank <= worst) & (worst <= value.size)).all()


def test_another_unit_changes_no_place():
    value = np.random.default_rng(4).standard_normal(40)
    made = [rank_intervals(by * value, by * (value - 1), by * (value + 1)) for by in (1, 1e-9, 1e9)]
    assert np.array_equal(made[0], made[1]) and np.array_equal(made[0], made[2])


def test_exact_figures_have_exact_places():
    value = np.array([9.0, 7, 5, 3, 1])
    best, worst = rank_intervals(value, value, value)
    assert best.tolist() == worst.tolist() == [1, 2, 3, 4, 5]


def test_figures_that_are_all_the_same_may_take_every_place():
    same = np.full(12, 4.0)
    for half in (0.0, 1.0):
        best, worst = rank_intervals(same, same - half, same + half)
        assert (set(best), set(worst)) == ({1}, {12})


def test_a_hundred_and_fifty_councils_take_a_tenth_of_a_second():
    chance = np.random.default_rng(1)
    value = chance.standard_normal(150)
    rank_intervals(value, value - 0.6, value + 0.6)
    spent = []
    for _ in range(5):
        start = perf_counter()
        rank_intervals(value, value - 0.6, value + 0.6)
        spent.append(perf_counter() - start)
    assert min(spent) < 0.25  # 0.06 s on a quiet machine
