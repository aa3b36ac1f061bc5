"""Spending set against what people get, the plane split at the medians."""

import polars as pl
import streamlit as st

from charts import scatter
from charts.comparison_words import spending_words
from charts.inside_sentence import inside
from charts.judgement_sentences import left_out_words
from charts.scatter_words import Axes
from charts.wording import status_label
from components.answers import answer
from components.figure.framing import figure
from components.links.clicked_dot import follow
from components.look import palette
from components.service.group import Group
from components.service.measure import Looked
from components.service.subject_judgement import judgement
from components.words.naming import safe
from components.words.spelling import spelled
from inference.comparison.spend_and_outcome import Quadrant, quadrant

OTHERS = "the others"
CAVEATS = [
    "Association, not cause: councils with harder circumstances often spend more and get less.",
    "Spending more or less is no judgement, and no corner of the figure is a success: the word on "
    "an outcome is that of the pages Council and Compare, beside the council’s usual peers.",
    "The lines are the medians of the councils with both figures; a council pointed out is left "
    "out of them.",
]


def against(group: Group, outcome: Looked, spending: Looked) -> None:
    frame = together(outcome, spending, group.subject)
    axes = Axes(
        spend_title=spending.title,
        spend_period=spending.row["period"],
        spend_unit=spending.unit,
        outcome_title=outcome.title,
        outcome_period=outcome.row["period"],
        outcome_unit=str(outcome.row["unit"]),
        outcome_decimals=outcome.row["decimals"],
    )
    place = placed(frame, outcome, group)
    said = {"subject": group.subject, "place": place}
    if place:
        name = safe(outcome.names[group.subject])
        st.markdown(f"**{name}** {safe(spending_words(place, OTHERS))}.")
    event = figure(
        "against",
        top=True,
        title=f"{spending.title}, {spending.row['period']}, and "
        f"{inside(outcome.title)}, {outcome.row['period']}",
        drawn=scatter.draw(frame, axes, palette=palette(), **said),
        alt=scatter.alt(frame, axes, peers_name=OTHERS, **said),
        table=_table(frame, axes),
        answers=[outcome.figures, spending.figures],
        unit=f"across: {spending.unit}; up: {outcome.unit}",
        period=period_words(outcome, spending),
        caveats=[*CAVEATS, *_caveats(outcome), *_caveats(spending)],
        on_select="rerun",
    )
    follow(event, outcome.figures.frame)


def together(outcome: Looked, spending: Looked, subject: str | None) -> pl.DataFrame:
    """One row a council: both figures, each null where it may not be compared."""
    own = pl.col("council") == (subject or "")
    may = pl.col("left_out_because").is_null() | own
    kept = ("value", "lower", "upper")
    up = outcome.figures.frame.select(
        "council",
        "slug",
        "name",
        *(pl.when(may).then(c).alias(c.replace("value", "outcome")) for c in kept),
        "denominator",
        pl.col("status").alias("outcome_status"),
        pl.col("left_out_because").alias("outcome_left_out"),
    ).rename({"lower": "outcome_lower", "upper": "outcome_upper"})
    across = spending.figures.frame.select(
        "council",
        pl.col("name").alias("spend_name"),
        pl.when(may).then("value").alias("spend"),
        pl.col("status").alias("spend_status"),
        pl.col("left_out_because").alias("spend_left_out"),
    )
    joined = up.join(across, on="council", how="full", coalesce=True)
    named = joined.with_columns(pl.coalesce("name", "spend_name").alias("name"))
    return named.drop("spend_name").sort("name", "council")


def placed(frame: pl.DataFrame, outcome: Looked, group: Group) -> Quadrant | None:
    """Spending beside the median of the others, and the judgement of the outcome."""
    own = frame.filter(council=group.subject or "").rows(named=True)
    if not own:
        return None
    spend, _, _ = scatter.medians(frame, group.subject)
    said = judgement(group, outcome)
    return quadrant(own[0]["spend"], spend, said) if said else None


def period_words(outcome: Looked, spending: Looked) -> str:
    """Both periods, and why these two."""
    one, other = spending.row["period"], outcome.row["period"]
    if (spending.row["starts"], spending.row["ends"]) == (
        outcome.row["starts"],
        outcome.row["ends"],
    ):
        return f"both of {one}"
    return f"spending of {one}, the year with figures nearest to {other}"


def _caveats(one: Looked) -> list[str]:
    about = answer("measure/about", measure=one.row["measure"]).one()
    return [f"{one.title}: {caveat}" for caveat in about["caveats"]]


def _table(frame: pl.DataFrame, axes: Axes) -> pl.DataFrame:
    why = pl.coalesce(
        spelled(frame["outcome_left_out"], left_out_words),
        spelled(frame["spend_left_out"], left_out_words),
    )
    return frame.select(
        pl.col("name").alias("Council"),
        pl.col("spend").alias(axes.spend_words),
        pl.col("outcome").alias(axes.outcome_words),
        pl.col("outcome_lower").alias("Lower limit (95%)"),
        pl.col("outcome_upper").alias("Upper limit (95%)"),
        spelled(frame["spend_status"], status_label).alias("Status of spending"),
        spelled(frame["outcome_status"], status_label).alias("Status of the other"),
        why.fill_null("").alias("Left out because"),
    )
