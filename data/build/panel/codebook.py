"""A panel's codebook as a table: each column's name, unit, meaning, and what numbers stand for."""

from collections.abc import Mapping, Sequence

import polars as pl

from data.build.panel.columns import Column


def as_table(
    frame: pl.DataFrame,
    columns: Sequence[Column],
    labels: Mapping[str, Mapping[int, str]],
    in_stata: Mapping[str, str] | None = None,
) -> pl.DataFrame:
    """A row a column. ``labels`` by its name in Stata, which is ``in_stata`` where it differs."""
    rows = []
    for one in columns:
        short = in_stata[one.name] if in_stata else one.name
        row: dict[str, object] = {"name": one.name}
        if in_stata:
            row["name_in_stata"] = short
        rows.append(
            row
            | {
                "unit": one.unit,
                "meaning": one.meaning,
                "figures": frame[one.name].count(),
                "values": "; ".join(f"{n} = {word}" for n, word in labels.get(short, {}).items()),
                "sources": " ".join(one.sources),
            }
        )
    return pl.DataFrame(rows)
