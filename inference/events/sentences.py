"""An event study said in plain sentences, its years before the change first."""

import polars as pl

from inference.comparison.level import LEVEL_WORDS
from inference.events.estimation import LIMIT, EventStudy
from inference.events.sensitivity import MOST_BREAK, Sensitivity
from inference.panel.sentences import Naming, interval_said


def pre_trend_sentence(study: EventStudy, naming: Naming) -> str:
    """The verdict on the years before, and what so few councils could not have shown."""
    p = _p(study.pre_trend_p)
    if study.pre_trend == "apart":
        return (
            f"Before the change the councils that changed were already moving apart from the "
            f"others ({p}): what is seen after it may be the same drift going on, and nothing is "
            "concluded from it."
        )
    return (
        f"Before the change the councils that changed moved as the others did, as far as "
        f"{study.changed} of them can show ({p}). {power_sentence(study, naming)}"
    )


def power_sentence(study: EventStudy, naming: Naming) -> str:
    """What the years before could have shown, so that nobody takes silence for proof."""
    slope, carried = (
        f"{number:,.{naming.decimals}f}" for number in (study.detectable_slope, study.carried_on)
    )
    return (
        f"A steady drift apart of {slope} {naming.unit} a year would have been noticed in four "
        f"cases of five; a slower one may have gone unseen. Carried on, it would come to {carried} "
        f"over the years after. In a single year a gap of up to "
        f"{study.pre_trend_half_width:,.{naming.decimals}f} could have gone unseen."
    )


def refusal_sentence(study: EventStudy, naming: Naming) -> str | None:
    """Why nothing is said of the years after, where the figures cannot tell."""
    if study.can_tell:
        return None
    least, found = (
        f"{number:,.{naming.decimals}f}" for number in (study.least_that_shows, abs(study.after))
    )
    return (
        f"Not shown: with {study.changed} councils that changed, a difference in "
        f"“{naming.outcome}” has to reach {least} {naming.unit} to be told from chance, or from a "
        f"gap before the change that could have gone unseen, and it came to {found}. These figures "
        "cannot say whether anything followed the change."
    )


def sensitivity_sentence(found: Sensitivity, naming: Naming) -> str:
    """How much of a break in the trend the difference bears."""
    as_much = found.rows.row(by_predicate=pl.col("most_break") == 1, named=True)
    held = interval_said(as_much["lower"], as_much["upper"], naming.decimals)
    sentence = (
        "How these councils would have gone on without the change nobody can see. If their trend "
        "had broken by up to as much from one year to the next as it did at most before the change "
        f"({found.largest_before:,.{naming.decimals}f} {naming.unit}), the difference would be "
        f"{held} ({LEVEL_WORDS})."
    )
    if found.breakdown is None:
        return f"{sentence} Nought is inside even without any break: the difference bears none."
    if not found.breakdown:
        return f"{sentence} With any break at all nought is inside: the difference bears none."
    if found.breakdown >= MOST_BREAK:
        return f"{sentence} Nought stays outside up to {MOST_BREAK:g} times that break, and beyond."
    return (
        f"{sentence} The difference holds until the trend after the change breaks by "
        f"{found.breakdown:.2f} times the largest break before; beyond that, nought is inside."
    )


def event_sentence(study: EventStudy, naming: Naming, change: str) -> str:
    """`change` as it follows "after": "services moved to a trust", "the share passed 40%"."""
    size = f"{abs(study.after):,.{naming.decimals}f}"
    way = "higher" if study.after > 0 else "lower"
    sentence = (
        f"In the years after {change}, the figure for “{naming.outcome}” stood {size} "
        f"{naming.unit} {way}, measured from the year before and beside councils that had not "
        f"changed (mean of {study.changed} councils; {LEVEL_WORDS} interval: "
        f"{interval_said(study.after_lower, study.after_upper, naming.decimals)})."
    )
    if study.pre_trend == "apart":
        return f"{sentence} The years before forbid reading more into it."
    if study.after_lower <= 0 <= study.after_upper:
        sentence += " The interval holds nought: no clear difference."
    return sentence


def event_limits(study: EventStudy) -> list[str]:
    """What an event study may not be read as."""
    said = [
        "Councils were not drawn by lot: many changed after an inspection or a crisis, from which "
        "figures often recover by themselves.",
        "Other things that changed in the same councils at the same time would look the same.",
        "Figures of whole councils say nothing of one person, provider or contract.",
    ]
    if study.pre_trend == "alike":
        said.append("Years before that look alike do not show that later years would have been.")
    if study.years["changed"].n_unique() > 1:
        said.append(
            "The years round the change do not rest on the same councils: how many stands at each."
        )
    return said


def _p(p_value: float) -> str:
    words = "p below 0.001" if p_value < 0.001 else f"p = {p_value:.3f}"
    return f"joint test, {words}, limit {LIMIT}"
