"""What a council's circumstances would lead one to expect, and how far its figure lies from it."""

import polars as pl
import streamlit as st

from charts import distribution, model_card
from charts.comparison_words import fit_words, left_out_words
from charts.wording import figure as amount
from components.asking import Answer, answer
from components.figure import figure
from components.look import palette
from components.service.clicked import follow
from components.service.group import Group
from components.service.measure import Looked
from components.several import pick_several, refusal_of_several
from components.spelling import spelled
from components.words import safe
from inference.expectation import INTERCEPT, Expectation, Refusal, expect

# Column of service/circumstances -> plain name, and what one more of it is.
COVARIATES = {
    "deprivation": ("deprivation (UK scale)", "point of the score"),
    "share_0_15_pct": ("share of residents under 16", "percentage point"),
    "share_65_plus_pct": ("share of residents aged 65 or over", "percentage point"),
    "density_doublings": ("density of population", "doubling"),
    "weekly_pay_gbp": ("weekly pay of residents", "£1 a week"),
    "rural_pct": ("share of residents in rural places", "percentage point"),
}
NAMES = {key: name for key, (name, _) in COVARIATES.items()}
UNITS = {key: unit for key, (_, unit) in COVARIATES.items()}
# The two that go largely with others are left to the reader to add.
USUAL = ["deprivation", "share_65_plus_pct", "density_doublings", "weekly_pay_gbp"]
CAVEATS = [
    "Association, not cause: a circumstance may stand for something that is not in the model, and "
    "what a council does may be among it.",
    "Ordinary least squares, every council counting the same; each is set beside what the others "
    "lead one to expect, its own figure left out. The interval is the 95% prediction interval.",
    "A council outside its interval is unlike what these circumstances lead one to expect; with "
    "this many councils, about one in twenty is by chance alone.",
    "A council without one of the circumstances is left out, never filled in.",
]
CARD = [
    "Standard errors are HC3, which hold when the spread is uneven (MacKinnon and White 1985).",
    "Coefficients stand on one scale: for one standard deviation more of each circumstance, the "
    "others held; the table has them per unit as well.",
    "Density enters as its logarithm: from 100 to 200 residents per square kilometre counts as "
    "much as from 1,000 to 2,000.",
]


def expected(group: Group, one: Looked) -> None:
    st.header("Beside what its circumstances lead one to expect", anchor="expected")
    chosen = pick_several(
        "Circumstances taken into account",
        "with",
        list(COVARIATES),
        words=lambda key: NAMES[key][0].upper() + NAMES[key][1:],
        default=USUAL,
    )
    around = answer("service/circumstances", **group.takes, period=one.row["period"])
    made, plain = model(one, around, chosen), model(one, around, chosen, standardised=False)
    if isinstance(made, Refusal) or isinstance(plain, Refusal):
        st.info(_plainly(made.sentence))
        return
    unit, decimals = str(one.row["unit"]), one.row["decimals"]
    st.markdown(safe(fit_words(made, NAMES, unit, decimals)))
    st.markdown(finding(made, one, group.subject))
    left, right = st.columns([3, 2])
    with left:
        _residuals(group, one, made, around)
    with right:
        _card(one, made, plain, around)


def wrong_covariates() -> str | None:
    return refusal_of_several("with", list(COVARIATES), "circumstances")


def model(
    one: Looked, around: Answer, covariates: list[str], *, standardised: bool = True
) -> Expectation | Refusal:
    """Of the figures that may be compared; `around` is service/circumstances."""
    frame = one.figures.frame.drop("left_out_because").join(
        around.frame.select("council", *COVARIATES), on="council", how="left"
    )
    least = one.row["min_denominator"]
    # A figure whose denominator isn't published counts, as in the view measure_value.
    known = pl.coalesce("denominator", pl.lit(least, pl.Float64)).alias("denominator")
    return expect(
        frame.with_columns(known), covariates, standardised=standardised, min_denominator=least
    )


def finding(made: Expectation, one: Looked, subject: str | None) -> str:
    """How many lie outside, and where the council pointed out stands."""
    places = made.councils["place"].to_list()
    words = (
        f"Of {made.n} councils, **{places.count('above')}** lie above and "
        f"**{places.count('below')}** below the interval of what is expected."
    )
    own = made.councils.filter(council=subject or "").rows(named=True)
    if not own or own[0]["expected"] is None:
        return words
    row, unit, decimals = own[0], str(one.row["unit"]), one.row["decimals"]
    value, middle, low, high = (
        safe(amount(row[c], unit, decimals)) for c in ("value", "expected", "lower", "upper")
    )
    name = safe(one.names[row["council"]])
    return (
        f"{words} {name}: {value}, where {middle} ({low} to {high}) is expected; it lies "
        f"**{row['place']}** the interval."
    )


def _residuals(group: Group, one: Looked, made: Expectation, around: Answer) -> None:
    frame = residuals(one, made)
    unit = "percentage points" if one.row["unit"] == "%" else str(one.row["unit"])
    said = {"unit": unit, "decimals": one.row["decimals"], "subject": group.subject}
    title = f"{one.title}, {one.row['period']}: above or below what is expected"
    event = figure(
        "residuals",
        title=title,
        drawn=distribution.draw(frame, level=(0.0, "as expected"), palette=palette(), **said),
        alt=distribution.alt(frame, title=title, period=one.row["period"], **said)
        + " The interval is that of the prediction. Association, not cause.",
        table=_table(made, one),
        answers=[one.figures, around],
        unit=f"figure less what is expected, {one.unit}",
        period=_period(one, around),
        caveats=[*CAVEATS],
        on_select="rerun",
    )
    follow(event, one.figures.frame)


def residuals(one: Looked, made: Expectation) -> pl.DataFrame:
    """Figure less expectation, with the prediction interval turned round it."""
    names = one.figures.frame.select("council", "name", "status")
    held = made.councils.filter(pl.col("residual").is_not_null())
    return held.join(names, on="council", how="left", maintain_order="left").select(
        "council",
        "name",
        "status",
        pl.col("residual").alias("value"),
        (pl.col("value") - pl.col("upper")).alias("lower"),
        (pl.col("value") - pl.col("lower")).alias("upper"),
    )


def _card(one: Looked, made: Expectation, plain: Expectation, around: Answer) -> None:
    unit, decimals = str(one.row["unit"]), one.row["decimals"]
    said = {"unit": unit, "decimals": decimals + 1, "units": UNITS}
    figure(
        "model-card",
        title="Model card",
        drawn=model_card.draw(made, NAMES, palette=palette(), **said),
        alt=model_card.alt(made, NAMES, title=f"Model of {one.title}", **said),
        table=_coefficients(made, plain),
        answers=[around, one.figures],
        unit=f"{one.unit}; n = {made.n}; R squared {made.r_squared:.2f}, adjusted "
        f"{made.adjusted_r_squared:.2f}; residual standard deviation {made.residual_sd:.3g}",
        period=_period(one, around),
        caveats=[*CARD, *map(_plainly, made.warnings), *CAVEATS],
    )


def _coefficients(made: Expectation, plain: Expectation) -> pl.DataFrame:
    terms = [
        "Intercept" if term == INTERCEPT else f"{NAMES[term]}, per {UNITS[term]}"
        for term in plain.coefficients["term"]
    ]
    scaled = made.coefficients
    return plain.coefficients.select(
        pl.Series("Term", terms, dtype=pl.String),
        pl.col("estimate").alias("Coefficient"),
        pl.col("standard_error").alias("Standard error (HC3)"),
        pl.col("lower").alias("Lower limit (95%)"),
        pl.col("upper").alias("Upper limit (95%)"),
        scaled["estimate"].alias("Per standard deviation"),
        pl.col("inflation").alias("Variance inflation"),
    )


def _table(made: Expectation, one: Looked) -> pl.DataFrame:
    names = one.figures.frame.select("council", "name")
    absent = made.left_out.with_columns(
        spelled(made.left_out["left_out_because"], lambda why: left_out_words(why, NAMES)).alias(
            "why"
        )
    ).select("council", "why")
    return (
        names.join(made.councils, on="council", how="left", maintain_order="left")
        .join(absent, on="council", how="left", maintain_order="left")
        .select(
            pl.col("name").alias("Council"),
            pl.col("value").alias("Value"),
            pl.col("expected").alias("Expected"),
            pl.col("lower").alias("Lower limit (95%)"),
            pl.col("upper").alias("Upper limit (95%)"),
            pl.col("residual").alias("Difference"),
            pl.col("place").alias("Place"),
            pl.col("why").alias("Left out because"),
        )
    )


def _period(one: Looked, around: Answer) -> str:
    """The figure's period and those of the circumstances."""
    if around.frame.is_empty():
        return str(one.row["period"])
    row = {
        name: next(iter(around.frame[name].drop_nulls()), None)
        for name in ("deprivation_period", "population_year", "pay_period", "rural_period")
    }
    dated = [
        f"{what} {row[name]}"
        for what, name in (
            ("deprivation", "deprivation_period"),
            ("residents", "population_year"),
            ("pay", "pay_period"),
            ("rurality", "rural_period"),
        )
        if row[name]
    ]
    return f"{one.row['period']}; circumstances: {', '.join(dated) or 'none'}"


def _plainly(sentence: str) -> str:
    """Columns as a reader calls them."""
    for key, name in NAMES.items():
        sentence = sentence.replace(key, name)
    return sentence[0].upper() + sentence[1:]
