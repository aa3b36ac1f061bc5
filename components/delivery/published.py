"""A published result beside our own figures, and what is another in the two."""

import polars as pl
import streamlit as st

from charts import interval_rows
from charts.inside_sentence import inside
from components.answers import Answer, answer
from components.delivery.plain_names import SHARE, plainly
from components.delivery.subject import parts
from components.figure.framing import figure
from components.look import palette
from components.words.naming import named, safe
from inference.need.expectation import Refusal
from inference.panel.estimation import Panel, fit_panel
from inference.panel.sample import Specification
from queries import edition_key

UNIT = "percentage points of the outcome for one point more of the share"
OURS = "Our figures of today"
LABELS = {
    "published": "As published",
    "recomputed_plain": "Our way, their file, unweighted",
    "recomputed_weighted": "Our way, their file, weighted",
}
THEIRS = "theirs"
WORDS = (
    "The study speaks of effects in its title. Its figures, like ours, follow councils through the "
    "years and show what went together; what lies behind it neither can tell. Ours stand beside "
    "theirs so that the nearest figures of this edition can be seen, not as a test of the study: "
    "another share, other years and another outcome are another question."
)
CAVEATS = [
    "The authors’ file states no licence: it is computed with for checks, and none of its rows is "
    "published here.",
    "Rows with half of theirs and half of ours show where two estimates part.",
    "Ours: council and year effects, no covariates, errors clustered by council, 95% limits.",
]


def section() -> None:
    studies = answer("delivery/studies").frame.rows(named=True)
    if not studies:
        st.info("This edition has no published result to set ours beside.")
        return
    for study in studies:
        _study(study)


def _study(study: dict) -> None:
    st.header("A published result on who delivers, and ours", anchor="published")
    st.markdown(
        f"{safe(study['authors'])} ({study['year']}). *{safe(study['title'])}.* "
        f"{safe(study['journal'])}. [doi:{safe(study['doi'])}]({study['landing_url']}). "
        f"[Their code and file]({study['code_url']}). Read for this page: {safe(study['read'])}"
    )
    st.markdown(
        f"**Whom it is about.** {safe(study['population'])}; {safe(study['period'])}. "
        f"**The share.** {safe(study['exposure'])}. "
        f"**How it was estimated.** {safe(study['specification'])}"
    )
    st.markdown(WORDS)
    estimates = answer("delivery/study_estimates", study=study["study"])
    nearest = answer("delivery/study_nearest", study=study["study"])
    for row in nearest.frame.rows(named=True):
        _result(estimates, row)


def _result(estimates: Answer, nearest: dict) -> None:
    theirs = estimates.frame.filter(pl.col("result") == nearest["result"])
    published = theirs.filter(pl.col("kind") == "published").row(0, named=True)
    panel, asked = _ours(nearest)
    measure = answer("measure/about", measure=nearest["measure"]).one()
    part = next(row for row in parts() if row["delivery_service"] == nearest["delivery_service"])
    rows = [_of_theirs(row) for row in theirs.rows(named=True)]
    rows.insert(1, _of_ours(panel, measure["title"], named(part)))
    frame = pl.DataFrame(rows, infer_schema_length=None).with_columns(
        chosen=pl.col("label") == OURS
    )
    said = {"unit": "", "decimals": 2, "differences": True}
    st.subheader(safe(published["outcome"].split(" (")[0]), anchor=False)
    st.markdown(f"> {safe(published['says'])}")
    st.markdown(_beside(panel))
    figure(
        f"published-{nearest['result'].replace('_', '-')}",
        title=f"Theirs and ours: {published['outcome'].split(' (')[0]}",
        drawn=interval_rows.draw(
            frame,
            axis_words="points of the outcome for 1 point more of the share",
            palette=palette(),
            **said,
        ),
        alt=interval_rows.alt(frame, title=UNIT.capitalize(), **said),
        table=_table(frame),
        columns={
            name: st.column_config.NumberColumn(format="%.4f")
            for name in ("Estimate", "Lower", "Upper")
        },
        answers=[estimates, asked],
        unit=UNIT,
        period=published["period"] or "as each row says",
        caveats=CAVEATS,
        sources=_sources(asked),
    )
    why = "\n".join(f"- {safe(one)}" for one in nearest["differs"])
    st.markdown(f"**What is another in ours**\n\n{why}")


def _ours(nearest: dict) -> tuple[Panel | Refusal, Answer]:
    """The same idea on this edition's figures: the share and the outcome that come nearest."""
    covered = answer("delivery/panel_outcomes").frame.filter(
        (pl.col("delivery_service") == nearest["delivery_service"])
        & (pl.col("measure") == nearest["measure"])
    )
    series = covered["series"][0] if covered.height else ""
    asked = answer(
        "delivery/panel",
        part=nearest["delivery_service"],
        deliverer=nearest["model"],
        measure=nearest["measure"],
        series=series,
    )
    return _fitted(edition_key(), asked.takes, asked.frame), asked


@st.cache_resource(max_entries=20, show_spinner=False)
def _fitted(edition: str, takes: dict, _frame: pl.DataFrame) -> Panel | Refusal:
    return fit_panel(_frame, Specification("outcome", SHARE))


def _of_theirs(row: dict) -> dict:
    return {
        "label": LABELS.get(row["kind"]) or _bridge(row),
        "estimate": row["estimate"],
        "lower": row["lower"],
        "upper": row["upper"],
        "n": row["n"],
        "councils": row["councils"],
        "period": row["period"],
        "note": row["says"] if row["kind"] == "bridge" else None,
    }


def _bridge(row: dict) -> str:
    """Which half is whose."""
    if row["outcome"] == THEIRS:
        return "Their outcome, our share"
    return "Our outcome, their share"


def _of_ours(panel: Panel | Refusal, outcome: str, part: str) -> dict:
    about = f"{outcome}, with the share of {inside(part)}"
    if isinstance(panel, Refusal):
        absent = dict.fromkeys(("estimate", "lower", "upper", "councils", "period"))
        return {"label": OURS, "n": panel.n, "note": panel.sentence} | absent
    one = panel.exposure
    return {
        "label": OURS,
        "estimate": one["estimate"],
        "lower": one["lower"],
        "upper": one["upper"],
        "n": panel.n,
        "councils": panel.councils,
        "period": f"{panel.years[0]} to {panel.years[-1]}",
        "note": about,
    }


def _beside(panel: Panel | Refusal) -> str:
    """Ours as a sentence of its own: no verdict on theirs, which is of something else."""
    if isinstance(panel, Refusal):
        return f"Ours cannot be estimated: {safe(plainly(panel.sentence))}"
    one = panel.exposure
    clear = one["lower"] > 0 or one["upper"] < 0
    return (
        f"The nearest figures of this edition ({panel.n:,} figures of {panel.councils} councils, "
        f"{panel.years[0]} to {panel.years[-1]}) give {_said(one['estimate'])} (95%: "
        f"{_said(one['lower'])} to {_said(one['upper'])})"
        + ("." if clear else ": no clear association either way.")
        + " The two answer different questions: share, years and outcome are others, as told below."
    )


def _said(number: float) -> str:
    """Signed, with a real minus; what rounds to nought has no sign."""
    return "0.00" if abs(number) < 0.005 else f"{number:+.2f}".replace("-", "−")


def _sources(asked: Answer) -> list[str]:
    found = [asked.frame[name].drop_nulls().unique() for name in ("source", "outcome_source")]
    return [key for column in found for key in column.to_list()]


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.col("label").alias("Estimate of"),
        pl.col("estimate").alias("Estimate"),
        pl.col("lower").alias("Lower"),
        pl.col("upper").alias("Upper"),
        pl.col("n").alias("Council-years"),
        pl.col("councils").alias("Councils"),
        pl.col("period").alias("Years"),
        pl.col("note").alias("What it says"),
    )
