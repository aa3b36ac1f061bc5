"""How the figure spreads over the councils: in order of size, and in a funnel by size."""

import polars as pl
import streamlit as st

from charts import distribution, funnel
from charts.comparison_words import PLACES, funnel_words
from charts.judgement_sentences import left_out_words
from components.address import pick
from components.answers import answer
from components.figure.framing import figure
from components.links.clicked_dot import follow
from components.look import palette
from components.service.group import Group
from components.service.measure import Looked, figures_table
from components.service.subject_judgement import dot, judgement
from components.words.measure_columns import decimals_of_measure
from components.words.naming import safe
from components.words.spelling import spelled
from inference.comparison.scale import scale_for
from inference.funnel.fitting import Funnel
from inference.funnel.fitting import funnel as funnel_of

LIMITS = {
    "additive": "Widened by the spread between councils",
    "multiplicative": "Widened in proportion",
    "none": "By chance alone",
}
FUNNEL = [
    "The middle line is the figure of all councils together: sums of numerators over sums of "
    "denominators.",
    "Limits at 95% and 99.8%: one council in twenty, and one in five hundred, lies outside by "
    "chance.",
    "Councils differ for reasons that no chance explains; the spread is tested (Pearson’s "
    "chi-squared) and the limits are widened where it is more than chance. A dot outside asks a "
    "question; it does not answer it.",
    "Spiegelhalter 2005, Funnel plots for comparing institutional performance, Statistics in "
    "Medicine 24, and Handling over-dispersion of performance indicators, QSHC 14.",
]
NO_FUNNEL = (
    "There is no funnel for this figure: it is published without the counts that tell chance "
    "from difference, or is not a matter of counts."
)


def in_order(group: Group, one: Looked) -> None:
    frame = one.with_subject(group.subject)
    said = {"unit": one.row["unit"], "decimals": one.row["decimals"], "subject": group.subject}
    if words := dot(group, one):
        st.markdown(words)
    event = figure(
        "distribution",
        top=True,
        title=f"{one.title}, {one.row['period']}: every council in order",
        drawn=distribution.draw(frame, judgement=judgement(group, one), palette=palette(), **said),
        alt=distribution.alt(
            frame,
            title=one.title,
            period=one.row["period"],
            **said,
        ),
        table=figures_table(one.figures.frame),
        columns=columns(one),
        answers=[one.figures],
        unit=one.unit,
        period=one.row["period"],
        caveats=[*_about(one)["caveats"], "An order, not a ranking: see the intervals."],
        on_select="rerun",
    )
    follow(event, one.figures.frame)


def by_size(group: Group, one: Looked) -> None:
    st.header(f"{safe(one.title)}: chance or difference?", anchor="chance")
    how = {name: one.row[name] for name in ("interval_method", "unit", "decimals")}
    if not scale_for(how["interval_method"], how["unit"]).counted:
        st.info(NO_FUNNEL)
        return
    adjust = pick(
        st.selectbox,
        "Limits, where councils differ by more than chance",
        "limits",
        list(LIMITS),
        words=LIMITS.get,
    )
    made = funnel_of(one.figures.frame, adjust=adjust, **how)
    said = {"unit": str(one.row["unit"]), "decimals": one.row["decimals"]}
    said |= {"subject": group.subject}
    if made:
        words = funnel_words(made, said["unit"], said["decimals"])
        st.markdown(f"{safe(words)} {_in_funnel(made, group, one)}".strip())
    event = figure(
        "funnel",
        title=f"{one.title}, {one.row['period']}, by size of the council",
        drawn=funnel.draw(
            made,
            one.names,
            denominator_name=str(one.row["denominator_name"]),
            polarity=one.polarity,
            palette=palette(),
            **said,
        ),
        alt=funnel.alt(made, one.names, title=one.title, period=one.row["period"], **said),
        table=_funnel_table(made, one),
        answers=[one.figures],
        unit=one.unit,
        period=one.row["period"],
        caveats=[*FUNNEL, *_about(one)["caveats"]],
        on_select="rerun",
    )
    follow(event, one.figures.frame)


def _in_funnel(made: Funnel, group: Group, one: Looked) -> str:
    """Where the dot of the council pointed out lies; "" of nobody."""
    own = made.councils.filter(council=group.subject or "").rows(named=True)
    if not own:
        return ""
    return f"**{safe(one.names[group.subject])}** lies {PLACES[own[0]['place']]}."


def columns(one: Looked) -> dict[str, object]:
    return decimals_of_measure(one.row)


def _about(one: Looked) -> dict[str, object]:
    return answer("measure/about", measure=one.row["measure"]).one()


def _funnel_table(made: Funnel | None, one: Looked) -> pl.DataFrame:
    """Where each council lies; those left out with their reason."""
    if made is None:
        return figures_table(one.figures.frame)
    names = one.figures.frame.select("council", "name")
    held = made.councils.with_columns(
        spelled(made.councils["place"], PLACES.get).alias("place"),
        spelled(made.councils["place_unadjusted"], PLACES.get).alias("place_unadjusted"),
    )
    absent = made.left_out.with_columns(
        spelled(made.left_out["left_out_because"], left_out_words).alias("left_out_because")
    )
    return (
        names.join(held, on="council", how="left", maintain_order="left")
        .join(absent, on="council", how="left", maintain_order="left")
        .select(
            pl.col("name").alias("Council"),
            pl.col("value").alias("Value"),
            pl.col("denominator").alias("Denominator"),
            pl.col("z_adjusted").alias("Standard deviations from all together"),
            pl.col("place").alias("Place"),
            pl.col("place_unadjusted").alias("Place by chance alone"),
            pl.col("left_out_because").alias("Left out because"),
        )
    )
