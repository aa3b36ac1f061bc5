"""Text -> what we know it by: numbers with a status, periods, councils. What fails is an issue."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import polars as pl

from data.build import periods
from data.build.records import PeriodRule, Place, Reading

ISSUE_SCHEMA = {
    "source": pl.String,
    "source_file": pl.String,
    "source_row": pl.Int64,
    "rows": pl.Int64,
    "field": pl.String,
    "kind": pl.String,
    "content": pl.String,
    "explanation": pl.String,
    "who_can_mend": pl.String,
    "council": pl.String,
    "period": pl.String,
}
# What may go wrong with a cell or a row, as the table issue calls it.
UNREADABLE_NUMBER, UNREADABLE_PERIOD = "unreadable number", "unreadable period"
UNKNOWN_PLACE = "unknown place"
REVISED = "revised by the publisher"
KINDS = (UNREADABLE_NUMBER, UNREADABLE_PERIOD, UNKNOWN_PLACE, REVISED)
TODAY = date(9998, 1, 1)
NUMBER = r"^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$"
DECORATION = r"[,£\s]|%$|\[[a-z]+( \d+)?\]$"


@dataclass
class Resolved:
    """A dataset after resolving: rows kept, rows of bodies that are no councils, issues."""

    kept: pl.DataFrame
    other: pl.DataFrame
    issues: list[dict[str, Any]] = field(default_factory=list)
    rows_set_aside: int = 0


def normal_name(text: str) -> str:
    """A council's name without accents, case, punctuation and note marks, for matching."""
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    text = re.sub(r"\[[^]]*\]|\([^)]*\)", " ", text.lower()).replace("&", " and ")
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text).split())


def resolve(
    frame: pl.DataFrame,
    reading: Reading,
    places: pl.DataFrame | None,
    known_periods: dict[str, periods.Period],
) -> Resolved:
    """Apply a reading's number, period and place rules to its text columns."""
    found = Resolved(kept=frame, other=frame.clear())
    if reading.period:
        _periods(found, reading.period, known_periods)
    for column in reading.numbers:
        _numbers(found, column, reading.missing)
    if reading.place:
        _places(found, reading.place, places, known_periods)
    return found


def _numbers(found: Resolved, column: str, missing: dict[str, str]) -> None:
    text = pl.col(column).fill_null("").str.strip_chars()
    bare = text.str.replace_all(DECORATION, "")
    frame = found.kept.with_columns(
        text.alias(f"{column}_text"),
        pl.when(~text.is_in(list(missing)) & bare.str.contains(NUMBER))
        .then(bare)
        .cast(pl.Float64)
        .alias(column),
    )
    odd = frame.filter(
        pl.col(column).is_null()
        & (pl.col(f"{column}_text") != "")
        & ~pl.col(f"{column}_text").is_in(list(missing))
    )
    found.issues += _grouped(
        odd, f"{column}_text", UNREADABLE_NUMBER, "Not a number: shown as not submitted."
    )
    status = pl.col(f"{column}_text").replace_strict(
        {"": "not_submitted"} | missing, default="not_submitted", return_dtype=pl.String
    )
    found.kept = frame.with_columns(
        pl.when(pl.col(column).is_null()).then(status).alias(f"{column}_status")
    )


def _periods(found: Resolved, rule: PeriodRule, known: dict[str, periods.Period]) -> None:
    labels: dict[str, str] = {}
    for text in found.kept[rule.column].drop_nulls().unique():
        period = periods.parse(rule.prefix + text, rule.kind, rule.year_is, rule.reaches_back)
        if period:
            known[period.period] = period
            labels[text] = period.period
    frame = found.kept.with_columns(
        pl.col(rule.column)
        .replace_strict(labels, default=None, return_dtype=pl.String)
        .alias("period")
    )
    odd = frame.filter(pl.col("period").is_null())
    found.issues += _grouped(
        odd, rule.column, UNREADABLE_PERIOD, "Not a period of the declared kind: set aside."
    )
    found.rows_set_aside += len(odd)
    found.kept = frame.filter(pl.col("period").is_not_null())


def _places(
    found: Resolved, rule: Place, places: pl.DataFrame, known: dict[str, periods.Period]
) -> None:
    code = pl.col(rule.column).fill_null("").str.strip_chars()
    if rule.part:
        code = code.str.extract(rule.part)
    if rule.scheme == "name":
        code = code.map_elements(normal_name, return_dtype=pl.String)
    frame = found.kept.with_columns(code.alias("place_code"))
    no_council = (
        pl.col(rule.column).fill_null("").str.strip_chars().str.contains(rule.ignore or "^$")
    )
    found.other = frame.filter(no_council)
    frame = _with_council(
        frame.filter(~no_council), places.filter(pl.col("scheme") == rule.scheme), known
    )
    odd = frame.filter(pl.col("council").is_null())
    found.issues += _grouped(
        odd, rule.column, UNKNOWN_PLACE, "No council is known by this code or name: set aside."
    )
    found.rows_set_aside += len(odd)
    found.kept = frame.filter(pl.col("council").is_not_null())


def _with_council(
    frame: pl.DataFrame, places: pl.DataFrame, known: dict[str, periods.Period]
) -> pl.DataFrame:
    """Add ``council``; a code that changed hands is settled by the end of the row's period.

    Who runs the place when the period ends is who reports it: an academic year across a
    reorganisation is the new council's. Without a period the present holder is meant.
    """
    dated = places.filter(pl.col("valid_from").is_not_null() | pl.col("valid_to").is_not_null())
    plain = places.join(dated, on="code", how="anti").unique("code")
    lookup = dict(plain.select("code", "council").iter_rows())
    frame = frame.with_columns(
        pl.col("place_code")
        .replace_strict(lookup, default=None, return_dtype=pl.String)
        .alias("council")
    )
    dated = dated.filter(pl.col("code").is_in(frame["place_code"].unique().implode()))
    if dated.is_empty():
        return frame
    on = pl.lit(TODAY)
    if "period" in frame.columns:
        ends = {label: period.ends for label, period in known.items()}
        on = pl.col("period").replace_strict(ends, return_dtype=pl.Date)
    for code, council, since, until in dated.select(
        "code", "council", "valid_from", "valid_to"
    ).iter_rows():
        holds = (pl.col("place_code") == code) & (on >= (since or date.min))
        holds &= on < (until or date.max)
        frame = frame.with_columns(
            pl.when(holds).then(pl.lit(council)).otherwise("council").alias("council")
        )
    return frame


def _grouped(odd: pl.DataFrame, column: str, kind: str, explanation: str) -> list[dict[str, Any]]:
    grouped = odd.group_by(column, maintain_order=True).agg(
        pl.col("source_row").min().alias("source_row"), pl.len().alias("rows")
    )
    return [
        {
            "source_row": row["source_row"],
            "rows": row["rows"],
            "field": column.removesuffix("_text"),
            "kind": kind,
            "content": row[column],
            "explanation": explanation,
            "who_can_mend": "project" if kind == UNKNOWN_PLACE else "publisher",
        }
        for row in grouped.iter_rows(named=True)
    ]
