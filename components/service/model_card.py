"""The model card: what goes with a figure, how far, how surely, and of which periods."""

from collections.abc import Sequence

import polars as pl

from charts import model_card
from components.answers import Answer
from components.figure.framing import figure
from components.look import palette
from components.service.measure import Looked
from components.words.circumstances import DATED, NAMES, UNITS
from inference.need.expectation import INTERCEPT, Expectation

CAVEATS = [
    "Association, not cause: a circumstance may stand for something that is not in the model, and "
    "what a council does may be among it.",
    "Ordinary least squares, every council counting the same; each is set beside what the others "
    "lead one to expect, its own figure left out. The interval is the 95% prediction interval, and "
    "holds the figure’s own margin of error where one is known.",
    "A council outside its interval is unlike what these circumstances lead one to expect; with "
    "this many councils, about one in twenty is by chance alone.",
    "A council without one of the circumstances is left out, never filled in.",
]
CARD = [
    "Standard errors are HC3, which hold when the spread is uneven (MacKinnon and White 1985).",
    "Coefficients stand on one scale: for one standard deviation more of each circumstance, the "
    "others held; the table has them per unit as well.",
    "Shares are modelled as logits, rates and amounts as logarithms, and are shown in their unit: "
    "a coefficient as what it is at the typical figure, an expectation as a median.",
    "Density enters as its logarithm: from 100 to 200 residents per square kilometre counts as "
    "much as from 1,000 to 2,000.",
]


def card(one: Looked, made: Expectation, plain: Expectation, around: Answer) -> None:
    unit, decimals = str(one.row["unit"]), one.row["decimals"]
    said = {"unit": unit, "decimals": decimals + 1, "units": UNITS}
    figure(
        "model-card",
        title=f"Model card: {one.title}, {one.row['period']}",
        drawn=model_card.draw(made, NAMES, palette=palette(), **said),
        alt=model_card.alt(made, NAMES, title=f"Model of {one.title}, {one.row['period']}", **said),
        table=_coefficients(made, plain),
        answers=[around, one.figures],
        unit=f"{one.unit}; n = {made.n}; R squared {made.r_squared:.2f}, adjusted "
        f"{made.adjusted_r_squared:.2f}; residual standard deviation {made.residual_sd:.3g}, "
        f"beyond the margins of {made.own_margins} figures {made.between_sd:.3g}",
        period=period_words(one, around, made.covariates),
        sources=sources_of(around, made.covariates),
        caveats=[*CARD, *map(plainly, made.warnings), *CAVEATS],
    )


def _coefficients(made: Expectation, plain: Expectation) -> pl.DataFrame:
    terms = [
        "Intercept" if term == INTERCEPT else f"{NAMES[term]}, per {UNITS[term]}"
        for term in plain.coefficients["term"]
    ]
    scaled = made.coefficients
    return plain.coefficients.select(
        pl.Series("Term", terms, dtype=pl.String),
        pl.col("on_scale").alias("On the model’s scale"),
        pl.col("estimate").alias("Coefficient"),
        pl.col("standard_error").alias("Standard error (HC3)"),
        pl.col("lower").alias("Lower limit (95%)"),
        pl.col("upper").alias("Upper limit (95%)"),
        scaled["estimate"].alias("Per standard deviation"),
        pl.col("inflation").alias("Variance inflation"),
    )


def period_words(one: Looked, around: Answer, covariates: Sequence[str]) -> str:
    """The figure's period and those of the circumstances."""
    dated = {DATED[key][0]: _only(around, DATED[key][1]) for key in covariates}
    said = [f"{what} {period}" for what, period in dated.items() if period]
    return f"{one.row['period']}; circumstances: {', '.join(said) or 'none'}"


def sources_of(around: Answer, covariates: Sequence[str]) -> list[str]:
    """Where the chosen circumstances come from, each once."""
    named = [_only(around, DATED[key][2]) for key in covariates]
    return [str(source) for source in dict.fromkeys(named) if source]


def _only(around: Answer, column: str) -> object:
    """What a column says of all councils alike; None where it says nothing."""
    return next(iter(around.frame[column].drop_nulls()), None)


def plainly(sentence: str) -> str:
    """Columns as a reader calls them."""
    # The longer first: one key may stand at the end of another.
    for key, name in sorted(NAMES.items(), key=lambda pair: -len(pair[0])):
        sentence = sentence.replace(key, name)
    return sentence[0].upper() + sentence[1:]
