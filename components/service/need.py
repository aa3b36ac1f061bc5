"""What a council's circumstances would lead one to expect, and how far its figure lies from it."""

import polars as pl
import streamlit as st

from charts import distribution
from charts.comparison_words import fit_words
from charts.judgement_sentences import left_out_words
from charts.wording import figure as amount
from components.answers import Answer, answer
from components.figure.framing import figure
from components.links.clicked_dot import follow
from components.look import palette
from components.service.group import Group
from components.service.measure import Looked
from components.service.model_card import CAVEATS, card, period_words, plainly, sources_of
from components.several import pick_several, refusal_of_several
from components.words.circumstances import COVARIATES, NAMES
from components.words.naming import safe
from components.words.spelling import spelled
from inference.need.expectation import Expectation, Refusal, expect
from inference.need.scale import scale_for

GRADES = (
    "Grades are not quantities: no circumstances lead one to expect a half of one, so there is no "
    "model of them."
)
NO_MODEL = (
    "No circumstances are written down for this measure, so nothing leads one to expect a figure."
)


def expected(group: Group, one: Looked) -> None:
    st.header(f"{safe(one.title)}, beside what circumstances lead one to expect", anchor="expected")
    usual = dict(
        zip(one.row["circumstances"], one.row["circumstances_because"], strict=True),
    )
    if not usual:
        st.info(GRADES if one.row["grades"] else NO_MODEL)
        return
    around = answer("service/circumstances", **group.takes, period=one.row["period"])
    chosen = pick_several(
        "Circumstances taken into account",
        "with",
        [key for key in COVARIATES if around.frame[key].is_not_null().any() or key in usual],
        words=lambda key: NAMES[key][0].upper() + NAMES[key][1:],
        default=list(usual),
    )
    st.caption(reasons(usual, chosen))
    made, plain = model(one, around, chosen), model(one, around, chosen, standardised=False)
    if isinstance(made, Refusal) or isinstance(plain, Refusal):
        st.info(plainly(made.sentence))
        return
    unit, decimals = str(one.row["unit"]), one.row["decimals"]
    st.markdown(safe(fit_words(made, NAMES, unit, decimals)))
    st.markdown(finding(made, one, group.subject))
    left, right = st.columns([3, 2])
    with left:
        _residuals(group, one, made, around)
    with right:
        card(one, made, plain, around)


def reasons(usual: dict[str, str], chosen: list[str]) -> str:
    """Why the measure's own circumstances are counted; that others were chosen, if they were."""
    why = " ".join(
        f"{safe(NAMES[key][0].upper() + NAMES[key][1:])}: {safe(usual[key])}" for key in usual
    )
    if set(chosen) == set(usual):
        return why
    return f"Not this measure’s own circumstances but a choice made here. Its own: {why}"


def wrong_covariates() -> str | None:
    return refusal_of_several("with", list(COVARIATES), "circumstances")


def model(
    one: Looked, around: Answer, covariates: list[str], *, standardised: bool = True
) -> Expectation | Refusal:
    """Of the figures that may be compared; `around` is service/circumstances."""
    frame = one.figures.frame.join(
        around.frame.select("council", *COVARIATES), on="council", how="left"
    )
    scale = scale_for(str(one.row["unit"]), one.compared["value"].to_numpy(), one.row["decimals"])
    return expect(frame, covariates, scale=scale, standardised=standardised)


def finding(made: Expectation, one: Looked, subject: str | None) -> str:
    """How many lie outside, and where the council pointed out stands."""
    places = made.councils["place"].to_list()
    words = (
        f"Of {made.n} councils, **{places.count('above')}** lie above and "
        f"**{places.count('below')}** below the interval of what is expected."
    )
    absent = made.left_out.filter(
        pl.col("left_out_because").is_in([f"no_{key}" for key in COVARIATES])
    ).height
    if absent:
        words += f" {absent} more have a figure but not every circumstance, and are left out."
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
        period=period_words(one, around, made.covariates),
        sources=sources_of(around, made.covariates),
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
