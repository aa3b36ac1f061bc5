"""An event study said in plain sentences, its years before the change first."""

from inference.events.estimation import LIMIT, EventStudy
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
        f"{study.changed} of them can show ({p}). A gap of up to "
        f"{study.pre_trend_half_width:,.{naming.decimals}f} {naming.unit} in a year before could "
        "have gone unseen."
    )


def event_sentence(study: EventStudy, naming: Naming, change: str) -> str:
    """`change` as it follows "after": "services moved to a trust", "the share passed 40%"."""
    size = f"{abs(study.after):,.{naming.decimals}f}"
    way = "higher" if study.after > 0 else "lower"
    sentence = (
        f"In the years after {change}, the figure for “{naming.outcome}” stood {size} "
        f"{naming.unit} {way}, measured from the year before and beside councils that had not "
        f"changed (mean of {study.changed} councils; 95% interval: "
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
        "Councils were not drawn by lot: many changed after a bad inspection or a crisis, from "
        "which figures often recover by themselves.",
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
