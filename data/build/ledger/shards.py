"""One published file -> its payments as Parquet, persons masked, and an account of every row."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from data.build.ledger.months import months_covered, with_months
from data.build.ledger.repeats import repeated_in
from data.build.payments import Reading, read_all
from data.build.payments.report import as_frame, exact_total_pence
from data.build.privacy import kinds, masked, told_by_type

# What of a council's words is kept, and what only helps to tell what they mean.
WORDS = ["department", "purpose", "detail", "category", "expense_code", "capital_revenue"]
LABELS = ["department", "category", "expense_code"]
SAID = ["company_number", "vat_number", "reference"]
NO_CARD = ["", "no", "n", "false", "0"]
# A sheet, or a way of paying, that is one of cards: Purchase Card, Card Transactions, P-Cards.
OF_CARDS = r"(?i)\b(?:p|purchase|purchasing|procurement|credit|corporate)?[ -]?cards?\b"


@dataclass(frozen=True)
class Job:
    """One file to read: its number in this edition, and what its record says of it."""

    file: int
    path: Path
    council: str
    cards: bool
    month: date | None
    months_ahead: int | None
    of_days: bool
    shards: Path


def make_shard(job: Job) -> dict[str, Any]:
    """Read the file, write its payments and the rows set aside; give its account."""
    readings = [one for one in read_all([job.path], job.council)]
    frame = pl.concat([as_frame(one) for one in readings], how="diagonal_relaxed")
    rows, problems = with_months(frame, job.month, job.months_ahead, job.of_days)
    rows = rows.with_columns(card=_by_card(job))
    # Before names are masked: two persons are no repeat.
    repeated_in(rows).write_parquet(job.shards / f"{job.file}.repeated.parquet")
    months = months_covered(rows, job.month)
    rows = _masked(rows)
    _ready(rows, job).write_parquet(job.shards / f"{job.file}.payments.parquet")
    _set_aside(readings, job).write_parquet(job.shards / f"{job.file}.aside.parquet")
    return _account(readings, rows, problems, job) | {"months": months}


def _masked(rows: pl.DataFrame) -> pl.DataFrame:
    """Put other words in the place of persons' names before anything of the file is written."""
    said = ["creditor_type", "company_number"]
    names = rows.select(pl.col("supplier").alias("name"), *said).unique(maintain_order=True)
    told = rows.rename({"supplier": "name"}).join(
        kinds(names), on=["name", *said], how="left", nulls_equal=True, maintain_order="left"
    )
    return masked(
        told_by_type(told), words=["purpose", "detail"], labels=LABELS, references=["reference"]
    )


def _by_card(job: Job) -> pl.Expr:
    # A file of invoices may have a column or a sheet that says which of them were paid by card.
    told = pl.col("card_number").str.strip_chars().str.to_lowercase().fill_null("")
    way = pl.concat_str(["payment_type", "sheet"], separator=" ", ignore_nulls=True)
    of_cards = way.str.contains(OF_CARDS).fill_null(False)
    return pl.lit(job.cards) | ~told.is_in(NO_CARD) | of_cards


def _ready(rows: pl.DataFrame, job: Job) -> pl.DataFrame:
    return rows.select(
        pl.lit(job.council).alias("council"),
        "month",
        "day",
        "amount_pence",
        "name",
        "kind",
        "told",
        *SAID,
        *WORDS,
        "card",
        pl.lit(job.file, pl.Int32).alias("file"),
        pl.col("sheet").fill_null("").alias("sheet"),
        pl.col("source_row").cast(pl.Int32).alias("line"),
    )


def _set_aside(readings: list[Reading], job: Job) -> pl.DataFrame:
    rows = [
        (job.file, row.sheet or "", row.line, row.reason)
        for reading in readings
        for row in reading.set_aside
    ]
    schema = {"file": pl.Int32, "sheet": pl.String, "line": pl.Int32, "reason": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _account(
    readings: list[Reading], rows: pl.DataFrame, problems: list[str], job: Job
) -> dict[str, Any]:
    first = next((one for one in readings if not one.refused), readings[0])
    refused = "" if not first.refused else "; ".join(one.refused for one in readings)
    said = [problem for one in readings for problem in one.problems if not one.refused]
    return {
        "file": job.file,
        "refused": refused,
        "payments": len(rows),
        "set_aside": sum(len(one.set_aside) for one in readings),
        "amount_pence": rows["amount_pence"].sum(),
        "exact_pence": str(sum(exact_total_pence(one) for one in readings)),
        "first_day": rows["day"].min(),
        "last_day": rows["day"].max(),
        "encoding": first.encoding,
        "dialect": first.dialect,
        "confidence": first.confidence,
        "columns": json.dumps(first.columns, ensure_ascii=False, sort_keys=True),
        "problems": said + problems,
    }
