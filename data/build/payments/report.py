"""What was read, as a table for people, as JSON and as rows."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
from rich.table import Table
from rich.text import Text

from data.build.payments.amounts import whole
from data.build.payments.fields import FIELDS
from data.build.payments.result import Reading

# "detail": the words of columns that are no field of their own, joined.
LONGEST_TEXT = 500
TEXT_FIELDS = [*(name for name in FIELDS if name not in ("amount", "date")), "detail"]


def exact_total_pence(reading: Reading) -> Decimal:
    """Give the sum of the payments as published in pence, fractions of a penny and all."""
    exact = reading.fractions_pence + int(reading.payments.frame["amount_pence"].sum())
    # Float noise in a file is far below what any publisher means.
    return Decimal(exact).quantize(Decimal("0.0001"))


def total_gbp(reading: Reading) -> str:
    """Give the sum of the payments as published in pounds, rounded to the penny once."""
    pence = whole(exact_total_pence(reading))
    return f"{'-' if pence < 0 else ''}{abs(pence) // 100}.{abs(pence) % 100:02d}"


def as_json(reading: Reading) -> dict[str, Any]:
    """Give one file as an object that JSON can hold."""
    days = reading.payments.frame["date"]
    first, last = days.min(), days.max()
    return {
        "file": reading.file,
        "council": reading.council or None,
        "council_evidence": reading.council_evidence or None,
        "cards": reading.cards,
        "rows": len(reading.payments),
        "set_aside": len(reading.set_aside),
        "amount_total_gbp": None if reading.refused else float(total_gbp(reading)),
        "date_min": first.isoformat() if first else None,
        "date_max": last.isoformat() if last else None,
        "period_named": f"{reading.period:%Y-%m}" if reading.period else None,
        "date_formats": reading.date_formats,
        "columns": reading.columns,
        "encoding": reading.encoding,
        "dialect": reading.dialect,
        "blank_rows": reading.blank_rows,
        "preamble_rows": reading.preamble_rows,
        "repeated_rows": reading.repeated_rows,
        "same_as": reading.same_as or None,
        "confidence": reading.confidence,
        "refused": reading.refused or None,
        "exposed": reading.exposed,
        "problems": reading.problems,
        "set_aside_rows": [row._asdict() for row in reading.set_aside],
    }


def cut(entry: dict[str, Any], most: int) -> dict[str, Any]:
    """Give ``as_json``'s entry with at most so many rows and sentences, none of them endless."""
    rows = [
        {name: _short(value) for name, value in row.items()}
        for row in entry["set_aside_rows"][:most]
    ]
    said = {name: [_short(one) for one in entry[name][:most]] for name in ("problems", "exposed")}
    columns = {name: _short(value) for name, value in list(entry["columns"].items())[:most]}
    return entry | said | {"columns": columns, "set_aside_rows": rows}


def _short(value: Any) -> Any:
    return value[:LONGEST_TEXT] if isinstance(value, str) else value


def as_table(readings: list[dict[str, Any]]) -> Table:
    """The same for people. Texts of files are shown as they stand, never as markup."""
    table = Table("file", "council", "rows", "set aside", "£", "from", "to", "sure", "problems")
    for read in readings:
        name = "/".join(Path(read["file"]).parts[-2:])
        cells = [
            name,
            read["council"],
            f"{read['rows']:,}",
            f"{read['set_aside']:,}",
            _money(read["amount_total_gbp"]),
            read["date_min"],
            read["date_max"],
            f"{read['confidence']:.2f}",
            "\n".join(read["problems"]),
        ]
        table.add_row(*(Text(_inert(cell or "")) for cell in cells))
    return table


def as_frame(reading: Reading) -> pl.DataFrame:
    """Give one row a payment: amount in integer pence, date, texts as published, file and line."""
    frame = reading.payments.frame
    have = set(frame.columns)
    text = [
        (pl.col(name).replace("", None) if name in have else pl.lit(None, pl.String)).alias(name)
        for name in TEXT_FIELDS
    ]
    return frame.select(
        pl.lit(reading.file).alias("source_file"),
        pl.col("sheet").replace("", None),
        pl.col("line").alias("source_row"),
        pl.lit(reading.council or None, pl.String).alias("council"),
        "date",
        "month_only",
        "amount_pence",
        pl.lit(reading.cards).alias("card"),
        *text,
    )


def _money(amount_gbp: float | None) -> str:
    return "" if amount_gbp is None else f"{amount_gbp:,.2f}"


def _inert(text: str) -> str:
    """Control characters of a file could rewrite a terminal; marks of direction mislead."""
    return "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in text)
