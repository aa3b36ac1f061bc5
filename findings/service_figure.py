"""Which figure of a service is looked at, of which period, and which comes first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from queries.answers import Answer

Row = dict[str, Any]


@dataclass(frozen=True)
class Looked:
    """One measure in one period: `row` of service/measures, and every council's figure.

    `price_base` is the year of the edition's prices; `official` says whose words are wanted.
    """

    row: Row
    figures: Answer[Any]
    price_base: str = ""
    official: bool = False

    @property
    def title(self) -> str:
        return str(self.row["official_title" if self.official else "title"])

    @property
    def unit(self) -> str:
        """With the price base where the measure is money."""
        unit = str(self.row["unit"])
        return unit if self.row["price_basis"] != "cash" else f"{unit}, {self.price_base} prices"

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


def newest_of_each(rows: Sequence[Row]) -> dict[str, Row]:
    """Measure -> its newest row of service/measures, in the order of the codebook."""
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(row["measure"], row)
    return found


def usual(first: dict[str, Row]) -> str | None:
    """The first headline figure of what people get that has an interval, else the first of all."""
    good = [k for k, r in first.items() if r["headline"] and r["kind"] != "spend"]
    sure = [k for k in good if first[k]["interval_method"] != "none"]
    return (*sure, *good, *first, None)[0]


def nearest(rows: Sequence[Row], other: Row) -> Row:
    """The row whose period's middle lies nearest to the other's; the later of two as near."""
    return min(
        rows,
        key=lambda row: (abs(_middle(row) - _middle(other)), -row["ends"].toordinal()),
    )


def _middle(row: Row) -> float:
    start: date = row["starts"]
    return float(start.toordinal() + row["ends"].toordinal()) / 2
