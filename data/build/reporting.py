"""What changed between two editions, as tables for a terminal."""

from pathlib import Path
from typing import Any

import polars as pl
from rich.table import Table

from data.build.comparing import changed, compare_figures, compare_rows

# Beyond these a revision is no revision: another unit, another definition, or a mistake.
USUAL = (0.8, 1.25)


def report(before: Path, now: Path) -> list[Table | str]:
    """Tables and sentences: rows of each table, then every series whose figures differ."""
    rows = compare_rows(before, now)
    figures = compare_figures(before, now)
    different = changed(figures)
    parts: list[Table | str] = [_rows_table(rows)]
    if different.is_empty():
        return [*parts, f"No figure differs in {len(figures)} series."]
    alike = len(figures) - len(different)
    return [*parts, _figures_table(different), f"{alike} series are the same.", *_alarms(different)]


def _rows_table(rows: pl.DataFrame) -> Table:
    table = _table("Rows", ["table"], ["before", "now", "added", "dropped"])
    for row in rows.filter(pl.col("added") + pl.col("dropped") > 0).iter_rows():
        table.add_row(row[0], *(f"{count:,}" for count in row[1:]))
    return table


def _figures_table(figures: pl.DataFrame) -> Table:
    counts = ["before", "now", "added", "dropped", "revised"]
    table = _table(
        "Figures", ["series"], [*counts, "largest revision", "typical ratio", "new periods"]
    )
    for row in figures.iter_rows(named=True):
        table.add_row(
            f"{row['table']}: {row['series']}",
            *(f"{row[name]:,}" for name in counts),
            _number(row["largest_revision"]),
            _number(row["typical_ratio"]),
            _periods(row["new_periods"]),
        )
    return table


def _table(title: str, texts: list[str], numbers: list[str]) -> Table:
    table = Table(title=title, title_justify="left")
    for name in texts:
        table.add_column(name)
    for name in numbers:
        table.add_column(name, justify="right")
    return table


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.4g}"


def _periods(listed: str | None) -> str:
    """Up to two by name, more as first to last and how many."""
    names = listed.split(", ") if listed else []
    return ", ".join(names) if len(names) < 3 else f"{names[0]} … {names[-1]} ({len(names)})"


def _alarms(figures: pl.DataFrame) -> list[str]:
    """Sentences on what no ordinary revision does."""
    return [_alarm(row) for row in figures.iter_rows(named=True) if _strange(row)]


def _strange(row: dict[str, Any]) -> bool:
    ratio = row["typical_ratio"]
    return row["jumps"] > 0 or (ratio is not None and not USUAL[0] <= ratio <= USUAL[1])


def _alarm(row: dict[str, Any]) -> str:
    return (
        f"[red]Look at[/red] {row['series']}: typically {_number(row['typical_ratio'])} times the "
        f"last edition's figure; {row['jumps']:,} figures at least 500 times larger or smaller."
    )
