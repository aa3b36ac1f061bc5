"""What may and what may not be concluded from one estimate, each under its own condition."""

import polars as pl

from inference.comparison.level import LEVEL_WORDS
from inference.panel.estimation import Panel
from inference.panel.sentences import Naming, association

# A share that moves less than this within councils says little of a step of ten points.
LITTLE_MOVEMENT_POINTS = 2.0
FEW_COUNCILS = 40


def may_be_concluded(
    made: Panel, naming: Naming, left_out: pl.DataFrame | None = None
) -> list[str]:
    """Sentences; `left_out` is what `panel_checks.leave_one_out` gives, when it was asked."""
    wanted, found = made.specification, association(made, naming)
    said = [
        f"Whether the two figures went together in {made.councils} councils from "
        f"{made.years[0]} to {made.years[-1]}, and how surely."
    ]
    if wanted.effects == "two_way":
        said.append(
            "What never changes in a council (its place, its history) and what changes in all of "
            "them alike (a new law, a pandemic) is set aside."
        )
    if wanted.covariates:
        said.append("The covariates named in the model card are held level, as far as a line can.")
    if wanted.lag_years:
        said.append("The share stands before the outcome in time.")
    if not found.clear:
        said.append(
            f"Associations outside the interval can be ruled out with {LEVEL_WORDS} confidence; "
            "those inside it, nought among them, cannot."
        )
    if left_out is not None and _keeps_its_sign(left_out, found.difference):
        said.append("The direction does not hang on any single council.")
    return said


def may_not_be_concluded(
    made: Panel, naming: Naming, left_out: pl.DataFrame | None = None
) -> list[str]:
    """Sentences, those that always hold first."""
    wanted, found = made.specification, association(made, naming)
    said = [
        "What would have happened with another provider: councils chose, they were not drawn by "
        "lot.",
        "That nothing else lies behind it: whatever else changed in the same councils in the same "
        "years (need, prices, managers, inspection) would look the same.",
        "Anything about one person, one provider or one contract: these are figures of whole "
        "councils.",
        "That this is the one right specification: many can be tried here, and of twenty intervals "
        "about one leaves nought out by chance alone.",
    ]
    if not wanted.lag_years:
        said.append(
            "Which came first: a council in difficulty may turn to other providers, as well as the "
            "other way round."
        )
    if wanted.effects in ("none", "year"):
        said.append(
            "That it holds within a council: this specification compares different councils, which "
            "differ in much besides."
        )
    if wanted.effects == "council":
        said.append("That it is more than a common drift: years are not set aside here.")
    if not found.clear:
        said.append("That there is no association: the interval only says how large it could be.")
    if made.exposure_sd_within < LITTLE_MOVEMENT_POINTS and naming.step_unit == "points":
        said.append(
            f"Much about a step of {naming.step:g} points: the share typically stood only "
            f"{made.exposure_sd_within:.1f} points from its averages."
        )
    if made.councils < FEW_COUNCILS:
        said.append(
            f"Much from Student's t alone: with {made.councils} councils the bootstrap's p-value "
            "is the safer one."
        )
    if wanted.weight is None:
        said.append(
            "That it holds for the average person: every council counts alike, large or small."
        )
    if left_out is not None and not _keeps_its_sign(left_out, found.difference):
        said.append("Even the direction: it turns when one council is left out.")
    return said


def _keeps_its_sign(left_out: pl.DataFrame, difference: float) -> bool:
    estimates = left_out["estimate"]
    return not estimates.has_nulls() and bool((estimates * difference > 0).all())
