"""Ranks, funnels, expectations and stability in words. Plain text, no markup."""

from collections.abc import Mapping

from charts.wording import REASONS, VERDICTS, count_words, figure, joined
from inference.comparison.rank import Rank
from inference.comparison.spend_and_outcome import Quadrant
from inference.comparison.stability import Stability
from inference.funnel.fitting import Funnel
from inference.need.expectation import Expectation

# Why a council is not compared; the keys of inference.comparison (eligible, rank), funnel and need.
LEFT_OUT = {
    "not_responsible": "does not run this service",
    "not_submitted": "did not submit this return",
    "suppressed": "figure withheld by the publisher because the numbers are small",
    "not_comparable": "figure not comparable with the others",
    "not_collected": "not collected for this place or year",
    "not_held": "published, but in no file held here",
    "no_residents": "no estimate of its residents",
    "no_value": "no figure",
    "sparse": "too few residents to set a scale or a rank",
    "small_denominator": "too few cases",
    "no_interval": "figure without a margin of error",
    "no_polarity": "neither more nor less is better, so nobody is ranked",
    "too_few": "too few councils to rank among",
    "no_parts": "published without the counts that a funnel needs",
    "parts_disagree": "its counts do not give its published figure",
}
PLACES = {
    "inside": "within the limits",
    "above_95": "above the 95% limit",
    "above_998": "above the 99.8% limit",
    "below_95": "below the 95% limit",
    "below_998": "below the 99.8% limit",
}


def left_out_words(reason: str, names: Mapping[str, str] | None = None) -> str:
    """`names` gives a covariate's plain name: "no_pay" -> "no figure for average pay"."""
    if reason in LEFT_OUT:
        return LEFT_OUT[reason]
    covariate = reason.removeprefix("no_")
    return f"no figure for {(names or {}).get(covariate, covariate)}"


def ordinal(n: int) -> str:
    """1st, 2nd, 3rd, 11th, 112th."""
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n:,}{ending}"


def rank_words(rank: Rank) -> str:
    """ "12th (5th to 31st of 151)"; "joint 12th" in a tie."""
    tie = "joint " if rank.tied else ""
    ends = f"{ordinal(rank.lower)} to {ordinal(rank.upper)}"
    return f"{tie}{ordinal(rank.rank)} ({ends} of {rank.n})"


def stability_words(stability: Stability) -> str:
    """ "worse under 4 of 5 peer groups; 1 could not judge"."""
    if not stability.judged:
        return f"not judged under any of {count_words(stability.models, 'peer group')}"
    unjudged = stability.models - stability.judged
    rest = f"; {unjudged} could not judge" if unjudged else ""
    if stability.word is None:
        each = ", ".join(f"{VERDICTS[word]} {n}" for word, n in stability.others)
        groups = count_words(stability.judged, "peer group")
        return f"depends on the peers: {each} of {groups}{rest}"
    groups = count_words(stability.judged, "peer group")
    return f"{VERDICTS[stability.word]} under {stability.count} of {groups}{rest}"


def quadrant_words(place: Quadrant, peers_name: str) -> str:
    """Spending beside the median, and what may be said of the outcome: never a success by place."""
    if place.spending is None:
        return f"spending cannot be set beside {peers_name}"
    amount = {"higher": "more than", "lower": "less than", "same": "as much as"}[place.spending]
    spends = f"spends {amount} the median of {peers_name}"
    outcome = place.outcome
    if outcome.word == "not_judged":
        return f"{spends}; its outcome is not judged: {REASONS[outcome.reason or 'no_value']}"
    if outcome.word == "similar":
        return f"{spends}; its outcome cannot be told from their median"
    return f"{spends}; its outcome is {VERDICTS[outcome.word]} than their median"


def funnel_words(funnel: Funnel, unit: str, decimals: int = 1) -> str:
    """Target, n, the test of the spread, phi, and what was done about it."""
    target = figure(funnel.target, unit, decimals)
    spread = funnel.spread
    words = [f"{count_words(funnel.n, 'council')} beside {target}, the figure of all together."]
    if not spread.more_than_chance:
        words.append(
            "They differ by no more than chance would make them "
            f"(phi = {spread.phi:.1f}; chance alone gives 1 or less), so the limits stand."
        )
        return " ".join(words)
    words.append(
        f"They differ by more than chance (phi = {spread.phi:.1f} after winsorising 10% on either "
        f"side; chance alone gives 1 or less; chi-squared {_p(spread.p_value)})."
    )
    if funnel.adjusted == "additive":
        between = figure(spread.tau, _of_difference(unit), decimals)
        words.append(
            "The limits are widened by a spread between councils of "
            f"{between} (standard deviation)."
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
    return (
        f"Expected from {of}, over {count_words(model.n, 'council')}: these go with "
        f"{100 * max(model.adjusted_r_squared, 0):.0f}% of the differences between councils "
        f"(adjusted R squared); the rest has a standard deviation of {sd}. "
        "This is association, not cause."
    )


def with_interval(row: Mapping[str, object], unit: str, decimals: int) -> str:
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
