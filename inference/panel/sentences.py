"""An estimate said as a plain sentence: what went with what, by how much, and how surely."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import expm1

from inference.comparison.level import LEVEL_WORDS
from inference.panel.estimation import Panel

# What the exposure is higher than, by the effects that are taken out.
COMPARED = {
    "none": "than in other councils or years",
    "council": "than the council's own average over these years",
    "year": "than in other councils in the same year",
    "two_way": "than the council's own average, beyond what changed everywhere that year",
}
EARLIER = {0: "", 1: " one year earlier", 2: " two years earlier"}


@dataclass(frozen=True)
class Naming:
    """Plain names of a specification's columns.

    `exposure` follows "the" ("private share of spending on children in care"); `outcome` is a
    measure's title; `unit` is what its differences are counted in ("percentage points", "£ per
    child"). Differences are said for `step` of the exposure, in `step_unit`.
    """

    exposure: str
    outcome: str
    unit: str
    covariates: Mapping[str, str] = field(default_factory=dict)
    step: float = 10
    step_unit: str = "points"
    decimals: int = 1

    def of(self, term: str) -> str:
        """A covariate's plain name."""
        return self.covariates.get(term, term.replace("_", " "))


@dataclass(frozen=True)
class Association:
    """The difference in the outcome for `Naming.step` of the exposure, with its 95% interval.

    In the outcome's unit, or in per cent when the outcome is a logarithm. `clear` when the
    interval leaves nought out.
    """

    difference: float
    lower: float
    upper: float
    unit: str
    clear: bool


def association(made: Panel, naming: Naming) -> Association:
    low, middle, high = (
        made.exposure[name] * naming.step for name in ("lower", "estimate", "upper")
    )
    unit = naming.unit
    if made.specification.log_outcome:
        low, middle, high, unit = *(100 * expm1(one) for one in (low, middle, high)), "%"
    if low > high:
        low, high = high, low
    return Association(middle, low, high, unit, clear=low > 0 or high < 0)


def association_sentence(made: Panel, naming: Naming) -> str:
    """One sentence; two when the interval holds nought."""
    found, wanted = association(made, naming), made.specification
    was = "had been" if wanted.lag_years else "was"
    where = (
        f"Where the {naming.exposure} {was} {_plain(naming.step)} {naming.step_unit} higher"
        f"{EARLIER[wanted.lag_years]} {COMPARED[wanted.effects]}"
    )
    if wanted.covariates:
        where += f", at like levels of {listed([naming.of(one) for one in wanted.covariates])}"
    sentence = (
        f"{where}, the figure for “{naming.outcome}” was "
        f"{_said(found.difference, naming.decimals, found.unit)} "
        f"({LEVEL_WORDS} interval: {interval_said(found.lower, found.upper, naming.decimals)})."
    )
    if found.clear:
        return sentence
    return f"{sentence} The interval holds nought: no clear association."


def movement_sentence(made: Panel, naming: Naming) -> str:
    """How far the exposure moved at all, so that the step can be weighed."""
    spread = f"{made.exposure_sd_within:.{naming.decimals}f} {naming.step_unit}"
    round_what = {
        "none": "its mean over all councils and years",
        "council": "the council's own average",
        "year": "the average of the same year",
        "two_way": "the council's own average and the year's",
    }[made.specification.effects]
    return f"The {naming.exposure} typically stood {spread} from {round_what}."


def interval_said(lower: float, upper: float, decimals: int) -> str:
    """ "0.1 to 1.6 lower", or "1.6 lower to 0.1 higher" when nought lies between."""
    low, high = f"{abs(lower):,.{decimals}f}", f"{abs(upper):,.{decimals}f}"
    if lower > 0:
        return f"{low} to {high} higher"
    if upper < 0:
        return f"{high} to {low} lower"
    return f"{low} lower to {high} higher"


def listed(names: Sequence[str]) -> str:
    """ "need", "need and pay", "need, pay and density"."""
    return " and ".join(", ".join(names).rsplit(", ", 1)) if len(names) > 1 else "".join(names)


def _said(difference: float, decimals: int, unit: str) -> str:
    amount = f"{abs(difference):,.{decimals}f}"
    if not float(amount.replace(",", "")):
        return "no different"
    space = "" if unit == "%" else " "
    return f"{amount}{space}{unit} {'higher' if difference > 0 else 'lower'}"


def _plain(number: float) -> str:
    return f"{number:,.10g}"
