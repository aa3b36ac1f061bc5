"""Which figure is looked at, of which period, and which spending stands beside it."""

from dataclasses import dataclass
from datetime import date

import polars as pl
import streamlit as st

from charts.judgement_sentences import left_out_words
from charts.wording import status_label
from components.address import pick, refusal
from components.answers import Answer, answer
from components.service.group import Group
from components.words.naming import official
from components.words.spelling import spelled

Row = dict[str, object]


@dataclass(frozen=True)
class Looked:
    """One measure in one period: `row` of service/measures, and every council's figure."""

    row: Row
    figures: Answer

    @property
    def title(self) -> str:
        return str(self.row["official_title" if official() else "title"])

    @property
    def unit(self) -> str:
        """With the price base where the measure is money."""
        unit = str(self.row["unit"])
        if self.row["price_basis"] != "cash":
            return unit
        return f"{unit}, {answer('edition/about').one()['price_base']} prices"

    @property
    def polarity(self) -> str:
        """Which way is better, where that may be said of councils: not of what the place is."""
        return str(self.row["polarity"]) if self.row["describes"] == "council" else "neither"

    @property
    def names(self) -> dict[str, str]:
        return dict(self.figures.frame.select("council", "name").iter_rows())

    @property
    def compared(self) -> pl.DataFrame:
        return self.figures.frame.filter(pl.col("left_out_because").is_null())

    def with_subject(self, subject: str | None) -> pl.DataFrame:
        """Every council; without its figure where it may not be compared and isn't pointed out."""
        may = pl.col("left_out_because").is_null() | (pl.col("council") == (subject or ""))
        figures = (pl.when(may).then(c).alias(c) for c in ("value", "lower", "upper"))
        return self.figures.frame.with_columns(*figures)


def offered(group: Group) -> list[Row]:
    """Measures and periods of the group, newest period first within a measure."""
    return answer("service/measures", **group.takes).frame.rows(named=True)


def choose_measure(group: Group) -> Row:
    """The newest row of the measure chosen."""
    first = _first(offered(group))
    return first[
        pick(
            st.selectbox,
            "Figure",
            "measure",
            list(first),
            words=lambda key: _label(first[key]),
            default=_usual(first),
        )
    ]


def choose_period(group: Group, measure: str) -> Looked:
    rows = {row["period"]: row for row in offered(group) if row["measure"] == measure}
    chosen = pick(st.selectbox, "Year", "year", list(rows), words=str)
    return looked(group, rows[chosen])


def choose_spending(group: Group, beside: Looked) -> Looked | None:
    """The spending measure chosen, of the period nearest to the other figure's."""
    first = {k: row for k, row in _first(offered(group)).items() if row["kind"] == "spend"}
    if not first or beside.row["kind"] == "spend":
        return None
    chosen = pick(
        st.selectbox, "Spending", "spend", list(first), words=lambda key: _title(first[key])
    )
    rows = [row for row in offered(group) if row["measure"] == chosen]
    return looked(group, nearest(rows, beside.row))


def nearest(rows: list[Row], other: Row) -> Row:
    """The row whose period's middle lies nearest to the other's; the later of two as near."""
    return min(
        rows,
        key=lambda row: (abs(_middle(row) - _middle(other)), -row["ends"].toordinal()),
    )


def looked(group: Group, row: Row) -> Looked:
    takes = {"measure": row["measure"], "period": row["period"]}
    return Looked(row, answer("service/figures", **group.takes, **takes))


def wrong_measure(group: Group, measure: str) -> list[str | None]:
    rows = offered(group)
    periods = [row["period"] for row in rows if row["measure"] == measure]
    spending = [row["measure"] for row in rows if row["kind"] == "spend"]
    return [
        refusal("measure", [row["measure"] for row in rows], "figure"),
        refusal("year", periods, "year"),
        refusal("spend", spending, "spending"),
    ]


def figures_table(frame: pl.DataFrame) -> pl.DataFrame:
    """Every council that runs the service, also those that are not compared, and why."""
    return frame.select(
        pl.col("name").alias("Council"),
        pl.col("value").alias("Value"),
        pl.col("lower").alias("Lower limit (95%)"),
        pl.col("upper").alias("Upper limit (95%)"),
        spelled(frame["status"], status_label).alias("Status"),
        spelled(frame["left_out_because"], left_out_words).fill_null("yes").alias("Compared"),
    )


def _first(rows: list[Row]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(row["measure"], row)
    return found


def _usual(first: dict[str, Row]) -> str | None:
    """The first headline figure of what people get that has an interval, else the first of all."""
    good = [k for k, r in first.items() if r["headline"] and r["kind"] != "spend"]
    sure = [k for k in good if first[k]["interval_method"] != "none"]
    return (sure or good or [None])[0]


def _title(row: Row) -> str:
    return str(row["official_title" if official() else "title"])


def _label(row: Row) -> str:
    return f"Spending: {_title(row)}" if row["kind"] == "spend" else _title(row)


def _middle(row: Row) -> float:
    start: date = row["starts"]
    return (start.toordinal() + row["ends"].toordinal()) / 2
