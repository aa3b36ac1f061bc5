"""How far the estimate hangs on one council or one year; worked out when a reader asks."""

import polars as pl
import streamlit as st

from charts import interval_rows
from charts.wording import figure as amount
from components.address import pick, refusal
from components.delivery.coefficients import for_step, unit_of
from components.delivery.model_fits import Checked, checks
from components.delivery.share_and_outcome import Together
from components.delivery.specification import circumstances
from components.figure.framing import figure
from components.look import palette
from components.words.naming import safe
from inference.panel.estimation import Panel
from inference.panel.sentences import association

ASKED = {"no": "Not worked out", "yes": "Worked out: takes a second or two"}
ESTIMATE = ("estimate", "lower", "upper")


def section(one: Together, made: Panel) -> pl.DataFrame | None:
    """The estimates without each council, when they were asked for."""
    st.subheader("Does the association hang on one council or one year?", anchor="hanging-on")
    wrong = refusal("checks", list(ASKED), "choice of checks")
    if wrong:
        st.info(f"{wrong} They are not worked out.")
    asked = pick(
        st.segmented_control,
        "Leaving out one council, one year, and the bootstrap",
        "checks",
        list(ASKED),
        words=ASKED.get,
        required=True,
    )
    if asked == "no":
        return None
    found = checks(one, made.specification)
    st.markdown(safe(sentence(one, made, found)))
    _figure(one, made, found)
    return found.councils


def sentence(one: Together, made: Panel, found: Checked) -> str:
    unit, names = unit_of(one.naming, made.specification), _names(one)
    by_council = _rows(found.councils, one, made).drop_nulls("estimate")
    by_year = _rows(found.years, one, made).drop_nulls("estimate")
    said = []
    for frame, what in ((by_council, "council"), (by_year, "year")):
        if frame.is_empty():
            continue
        low, high = (
            f"{_amount(row, one)} (without {names.get(row['left_out'], row['left_out'])})"
            for row in (frame.row(0, named=True), frame.row(-1, named=True))
        )
        said.append(
            f"Without one {what} the difference for ten points, in {unit}, lies between {low} and "
            f"{high}."
        )
    return " ".join(
        [
            *said,
            f"The wild cluster bootstrap gives p = {found.wild_p:.3f}, Student's t "
            f"{made.exposure['p_value']:.3f}.",
        ]
    )


def _figure(one: Together, made: Panel, found: Checked) -> None:
    frame = _shown(one, made, found)
    unit = unit_of(one.naming, made.specification)
    said = {"unit": unit, "decimals": one.naming.decimals, "differences": True}
    title = f"{one.title}: the same difference without one council or one year"
    figure(
        "left-out-one",
        title=title,
        drawn=interval_rows.draw(
            frame, axis_words=f"{unit}, for 10 points more", palette=palette(), **said
        ),
        alt=interval_rows.alt(frame, title=title, **said),
        table=_table(one, made, found, unit),
        answers=[one.asked],
        sources=one.sources(circumstances(made.specification)),
        unit=f"{unit} for ten points more of the share",
        period=one.period,
        caveats=[
            "Of councils the two are shown without which the estimate is lowest and highest, of "
            "years all; the table has every one.",
            "The wild cluster bootstrap draws the sign of each council's errors 999 times with a "
            "fixed seed, as if there were no association (Cameron, Gelbach and Miller 2008).",
            *one.caveats,
        ],
    )


def _shown(one: Together, made: Panel, found: Checked) -> pl.DataFrame:
    names = _names(one)
    whole = association(made, one.naming)
    rows = [("As chosen", whole.difference, whole.lower, whole.upper, True)]
    councils = _rows(found.councils, one, made).drop_nulls("estimate")
    ends = [councils.row(at, named=True) for at in (0, -1)] if councils.height else []
    years = _rows(found.years, one, made).sort("left_out").rows(named=True)
    for row in [*ends, *years]:
        label = f"Without {names.get(row['left_out'], row['left_out'])}"
        rows.append((label, row["estimate"], None, None, False))
    kinds = {"label": pl.String, **dict.fromkeys(ESTIMATE, pl.Float64), "chosen": pl.Boolean}
    return pl.DataFrame(rows, schema=kinds, orient="row")


def _rows(left_out: pl.DataFrame, one: Together, made: Panel) -> pl.DataFrame:
    """Coefficients without one, as differences for ten points."""
    log = made.specification.log_outcome
    scaled = [for_step(value, one.naming.step, log) for value in left_out["estimate"]]
    return left_out.select("left_out").with_columns(pl.Series("estimate", scaled, pl.Float64))


def _table(one: Together, made: Panel, found: Checked, unit: str) -> pl.DataFrame:
    names = _names(one)
    both = pl.concat([_rows(found.years, one, made), _rows(found.councils, one, made)])
    without = [names.get(key, key) for key in both["left_out"]]
    return both.select(
        pl.Series("Without", without, dtype=pl.String),
        pl.col("estimate").alias(f"Difference, {unit}"),
    )


def _amount(row: dict[str, object], one: Together) -> str:
    return amount(row["estimate"], "", one.naming.decimals)


def _names(one: Together) -> dict[str, str]:
    return dict(one.frame.select("council", "name").unique().iter_rows())
