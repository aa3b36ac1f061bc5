"""How large a break in the trend after a change the difference would bear."""

import polars as pl
import streamlit as st

from charts import interval_rows
from components.delivery.share_and_outcome import Together
from components.figure.framing import figure
from components.look import palette
from components.words.naming import safe
from inference.events.estimation import EventStudy
from inference.events.sensitivity import Sensitivity, sensitivity_of
from inference.events.sentences import sensitivity_sentence
from queries import edition_key

GAP = (
    "How much of a break in the trend the difference bears cannot be worked out: between the years "
    "round the change one is missing."
)
CAVEATS = [
    "Robust 95% sets of Rambachan and Roth 2023 (relative magnitudes, conditional test): the trend "
    "of the changed councils may break from one year to the next by so many times its largest "
    "break before the change. The largest break before is itself an estimate.",
    "Of the mean of the years after. Errors are widened to Student\u2019s t of the councils that "
    "changed.",
]


def section(one: Together, made: EventStudy) -> None:
    st.subheader("How much of a broken trend would the result bear?", anchor="bears")
    if made.path is None:
        st.markdown(GAP)
        return
    found = _worked_out(edition_key(), one.asked.takes, made.path.estimates.tobytes(), made)
    st.markdown(safe(sensitivity_sentence(found, one.naming)))
    _figure(one, made, found)


# Arguments that begin with an underscore are no part of what is kept under.
@st.cache_resource(max_entries=100, show_spinner=False)
def _worked_out(edition: str, takes: dict, path: bytes, _made: EventStudy) -> Sensitivity:
    return sensitivity_of(_made.path)


def _figure(one: Together, made: EventStudy, found: Sensitivity) -> None:
    rows = _rows(made, found)
    said = {"unit": one.naming.unit, "decimals": one.naming.decimals, "differences": True}
    title = f"{one.title}: the difference, if the trend broke after the change"
    figure(
        "trend-break",
        title=title,
        drawn=interval_rows.draw(rows, axis_words=one.naming.unit, palette=palette(), **said),
        alt=interval_rows.alt(rows, title=title, **said),
        table=rows.select(
            pl.col("label").alias("If the trend broke by"),
            pl.col("estimate").alias(f"Difference, {one.naming.unit}"),
            pl.col("lower").alias("Lower limit (95%)"),
            pl.col("upper").alias("Upper limit (95%)"),
        ),
        answers=[one.asked],
        sources=one.sources(),
        unit=one.naming.unit,
        period=one.period,
        caveats=[*CAVEATS, *one.caveats],
    )


def _rows(made: EventStudy, found: Sensitivity) -> pl.DataFrame:
    """As estimated, then each bound round the same estimate."""
    first = ("No break: as estimated", made.after, made.after_lower, made.after_upper, True)
    others = [
        (f"{most:g} times the largest before", made.after, lower, upper, False)
        for most, lower, upper in found.rows.iter_rows()
    ]
    kinds = {"label": pl.String, **dict.fromkeys(("estimate", "lower", "upper"), pl.Float64)}
    return pl.DataFrame([first, *others], schema=kinds | {"chosen": pl.Boolean}, orient="row")
