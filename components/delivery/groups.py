"""An outcome by groups of councils, in one year, beside what else differs between them."""

from dataclasses import dataclass

import polars as pl
import streamlit as st

from charts import interval_rows
from charts.wording import count_words, status_words
from components.address import pick, refusal
from components.delivery import beside
from components.delivery.naming import SHARE
from components.delivery.subject import Part
from components.delivery.together import Together, choose
from components.figure import figure
from components.look import palette
from components.spelling import spelled
from components.words import safe
from inference.group_words import groups_sentence
from inference.model_groups import outcome_by_group, thirds

LOW, MIDDLE, HIGH = "the lowest shares", "middling shares", "the highest shares"
CAVEATS = [
    "Thirds of the councils that have a share in the year, every council counting alike. The dot "
    "is the mean of the group, its interval Student’s t at 95%.",
    "Councils of different groups differ in other things too; see what else differs below.",
]


@dataclass(frozen=True)
class Groups:
    """`frame` is the panel's year with `group`; `summary` is `outcome_by_group`, lowest first."""

    one: Together
    year: int
    frame: pl.DataFrame
    summary: pl.DataFrame
    names: tuple[str, ...]


def section(part: Part, deliverer: tuple[str, str]) -> None:
    st.header("The outcome in councils with low and high shares", anchor="groups")
    one = choose(part, deliverer)
    if one is None:
        return
    years = _years(one)
    wrong = refusal("in", years, "year")
    if wrong:
        st.info(f"{wrong} The newest is shown instead.")
    year = pick(st.selectbox, "Year", "in", years, words=str)
    made = grouped(one, int(year))
    if len(made.names) < 2:
        st.info(
            f"In {year} the {safe(one.share)} is the same in nearly all councils, so they fall "
            "into no groups. Another share or another year may tell them apart."
        )
        return
    _figure(made)
    beside.section(made)
    _left_out(made)


def grouped(one: Together, year: int) -> Groups:
    """Councils by thirds of the share; fewer groups where many shares are equal."""
    frame = thirds(one.frame.filter(year=year), SHARE, [LOW, MIDDLE, HIGH])
    if HIGH not in frame["group"] and MIDDLE in frame["group"]:
        frame = frame.with_columns(pl.col("group").replace(MIDDLE, HIGH))
    names = tuple(name for name in (LOW, MIDDLE, HIGH) if name in frame["group"])
    order = pl.DataFrame({"group": names}, schema={"group": pl.String})
    found = outcome_by_group(frame, "outcome")
    summary = order.join(found, on="group", how="left", maintain_order="left")
    return Groups(one, year, frame, summary, names)


def _years(one: Together) -> list[str]:
    both = pl.col(SHARE).is_not_null() & pl.col("outcome").is_not_null()
    found = one.frame.filter(both)["year"].unique().sort(descending=True)
    return [str(year) for year in found]


def _figure(made: Groups) -> None:
    one, unit = made.one, str(made.one.outcome["unit"])
    decimals = max(int(one.outcome["decimals"]), 1)
    spans = _spans(made)
    st.markdown(
        safe(groups_sentence(made.summary, one.title, unit, decimals, LOW, HIGH))
        + f" Shares: {safe('; '.join(f'{name} {span}' for name, span in spans.items()))}."
    )
    rows = made.summary.select(
        pl.Series(
            "label",
            [f"{name[0].upper()}{name[1:]}: {spans[name]}" for name in made.names],
            dtype=pl.String,
        ),
        pl.col("mean").alias("estimate"),
        pl.col("mean_lower").alias("lower"),
        pl.col("mean_upper").alias("upper"),
        spelled(made.summary["n"], lambda n: count_words(n, "council")).alias("note"),
    )
    said = {"unit": unit, "decimals": decimals}
    title = f"{one.title}, {made.year}: by thirds of the {one.share}"
    figure(
        "groups",
        title=title,
        drawn=interval_rows.draw(
            rows, axis_words=f"mean of the councils, {unit}", palette=palette(), **said
        ),
        alt=interval_rows.alt(rows, title=title, **said),
        table=_table(made),
        columns=_columns(decimals),
        answers=[one.asked],
        sources=one.sources(),
        unit=unit,
        period=str(made.year),
        caveats=[*CAVEATS, *one.caveats],
    )


def _spans(made: Groups) -> dict[str, str]:
    """Lowest and highest share of each group."""
    found = {}
    for name in made.names:
        shares = made.frame.filter(group=name)[SHARE]
        found[name] = f"{shares.min():.0f}% to {shares.max():.0f}%"
    return found


def _table(made: Groups) -> pl.DataFrame:
    return made.summary.select(
        pl.col("group").alias("Councils with"),
        pl.col("n").alias("Councils"),
        pl.col("without").alias("Without the figure"),
        pl.col("mean").alias("Mean"),
        pl.col("mean_lower").alias("Lower limit (95%)"),
        pl.col("mean_upper").alias("Upper limit (95%)"),
        pl.col("median").alias("Median"),
        pl.col("median_lower").alias("Median, lower limit"),
        pl.col("median_upper").alias("Median, upper limit"),
        pl.col("sd").alias("Standard deviation"),
    )


def _columns(decimals: int) -> dict[str, object]:
    number = st.column_config.NumberColumn(format=f"%.{decimals}f")
    names = ("Mean", "Lower limit (95%)", "Upper limit (95%)", "Median", "Standard deviation")
    return dict.fromkeys((*names, "Median, lower limit", "Median, upper limit"), number)


def _left_out(made: Groups) -> None:
    """Councils of that year without a share or without a figure, and why."""
    absent = made.frame.filter(pl.col(SHARE).is_null() | pl.col("outcome").is_null())
    if absent.is_empty():
        return
    title = f"Left out: {count_words(absent.height, 'council')}, and why"
    why = [_why(row) for row in absent.rows(named=True)]
    with st.expander(title):
        st.dataframe(
            absent.select(pl.col("name").alias("Council"), pl.Series("Why", why, dtype=pl.String)),
            hide_index=True,
            alt=title,
        )


def _why(row: dict[str, object]) -> str:
    said = []
    if row[SHARE] is None:
        none = row["share_total"] == 0
        said.append("No share: " + ("none in the area" if none else _status(row, "share_status")))
    if row["outcome"] is None:
        said.append("No outcome: " + _status(row, "outcome_status"))
    return ". ".join(said)


def _status(row: dict[str, object], column: str) -> str:
    words = status_words(row[column])
    return words[0].lower() + words[1:]
