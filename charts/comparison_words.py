"""Ranks, funnels and expectations in words. Plain text, no markup."""

from collections.abc import Mapping
from typing import Any

from charts.judgement_sentences import judgement_words
from charts.wording import count_words, figure, joined, ordinal
from inference.comparison.level import LEVEL, OUTER_LEVEL, level_words
from inference.comparison.rank import Rank
from inference.comparison.spend_and_outcome import Quadrant
from inference.funnel.fitting import Funnel
from inference.need.expectation import Expectation

PLACES = {
    "inside": "within the limits",
    "above_95": f"above the {level_words(LEVEL)} limit",
    "above_998": f"above the {level_words(OUTER_LEVEL)} limit",
    "below_95": f"below the {level_words(LEVEL)} limit",
    "below_998": f"below the {level_words(OUTER_LEVEL)} limit",
}

SCALES = {
    "arcsine": "scale of the arcsine of the root",
    "root": "scale of square roots",
    "log": "scale of logarithms",
    "plain": "plain scale",
}


def rank_words(rank: Rank) -> str:
    """ "12th (5th to 31st of 151)"; "joint 12th" in a tie."""
    tie = "joint " if rank.tied else ""
    ends = f"{ordinal(rank.lower)} to {ordinal(rank.upper)}"
    return f"{tie}{ordinal(rank.rank)} ({ends} of {rank.n})"


def quadrant_words(place: Quadrant, peers_name: str) -> str:
    """Spending beside the median, and what may be said of the outcome: never a success by place."""
    spends, outcome = spending_words(place, peers_name), place.outcome
    if place.spending is None:
        return spends
    if outcome.word == "similar":
        return f"{spends}; its outcome cannot be told from their median"
    return f"{spends}; its outcome: {judgement_words(outcome, 'their median')}"


def spending_words(place: Quadrant, peers_name: str) -> str:
    """ "spends more than the median of the others"."""
    if place.spending is None:
        return f"spending cannot be set beside {peers_name}"
    amount = {"higher": "more than", "lower": "less than", "same": "as much as"}[place.spending]
    return f"spends {amount} the median of {peers_name}"


def funnel_words(funnel: Funnel, unit: str, decimals: int = 1) -> str:
    """Target, n, the test of the spread, phi, and what was done about it."""
    target = figure(funnel.target, unit, decimals)
    spread = funnel.spread.dispersion
    words = [f"{count_words(funnel.n, 'council')} beside {target}, the figure of all together."]
    if not spread.more_than_chance:
        words.append(
            "They differ by no more than chance would make them "
            f"(phi = {spread.phi:.1f}; chance alone gives about 1), so the limits stand."
        )
        return " ".join(words)
    words.append(
        f"They differ by more than chance (phi = {spread.phi:.1f} after winsorising 10% on either "
        f"side; chance alone gives about 1; chi-squared {_p(spread.p_value)})."
    )
    if funnel.adjusted == "additive":
        low, high = (figure(end, unit, decimals) for end in funnel.spread.between)
        words.append(
            f"The limits are widened by the spread between councils (tau = {spread.tau:.3g} on a "
            f"{SCALES[funnel.spread.scale.name]}): of whatever size, most lie between {low} and "
            f"{high}."
        )
    elif funnel.adjusted == "multiplicative":
        words.append(f"The limits are widened {spread.phi**0.5:.1f} times.")
    else:
        words.append("The limits are not widened, so most of what lies outside is not unusual.")
    return " ".join(words)


def fit_words(model: Expectation, names: Mapping[str, str], unit: str, decimals: int = 0) -> str:
    """What the model stands on, in a sentence or two: an association, not a cause."""
    of = joined([names.get(name, name) for name in model.covariates])
    sd = figure(model.residual_sd, _of_difference(unit), decimals)
    on = {"logit": ", of logits", "log": ", of logarithms", "identity": ""}[model.scale.kind]
    typical = f" at {figure(model.typical, unit, decimals)}" if on else ""
    return (
        f"Expected from {of}, over {count_words(model.n, 'council')}: these go with "
        f"{100 * max(model.adjusted_r_squared, 0):.0f}% of the differences between councils "
        f"(adjusted R squared{on}); the rest has a standard deviation of {sd}{typical}. "
        f"{_region_words(model)}This is association, not cause."
    )


def _region_words(model: Expectation) -> str:
    if model.region is None or not model.region.clusters:
        return ""
    found = f"What is left lies together by region (F test, {_p(model.region.p_value)})"
    if model.region.used:
        return f"{found}, so each region has a level of its own. "
    return f"{found}; the councils are too few to give each region a level of its own. "


def with_interval(row: Mapping[str, Any], unit: str, decimals: int) -> str:
    """ "61.2% (95% interval 60.0% to 62.4%)"; the figure alone where there is no interval."""
    words = figure(row["value"], unit, decimals)
    if row.get("lower") is None or row.get("upper") is None:
        return words
    low, high = (figure(row[end], unit, decimals) for end in ("lower", "upper"))
    return f"{words} (95% interval {low} to {high})"


def _of_difference(unit: str) -> str:
    return "percentage points" if unit == "%" else unit


def _p(value: float) -> str:
    return "p < 0.001" if value < 0.001 else f"p = {value:.3f}"
