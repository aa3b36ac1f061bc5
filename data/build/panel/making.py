"""The database -> the panel, wide: one row per council and year.

The rule for years is that of queries/delivery/panel.sql, so that the page's regression comes out of
the file to the last digit: a period counts for the year in which it ends, of two the later.
"""

import duckdb
import polars as pl

from data.build import paths
from data.build.panel.columns import (
    Column,
    check,
    of_circumstances,
    of_keys,
    of_outcomes,
    of_parts,
)

KEY = ["council", "year"]


def make_panel(database: duckdb.DuckDBPyConnection) -> tuple[pl.DataFrame, list[Column]]:
    """Every council and year of which a share or an outcome is known; and the codebook."""

    def rows(name: str) -> pl.DataFrame:
        return database.sql((paths.PANEL / f"{name}.sql").read_text("utf-8")).pl()

    parts, measures = rows("parts"), rows("measures")
    shares, outcomes, spending = rows("shares"), rows("outcomes"), rows("spending")
    outcomes = outcomes.filter(pl.col("measure").is_in(measures["measure"].implode()))
    frame = pl.concat([shares.select(KEY), outcomes.select(KEY)]).unique().sort(KEY)
    for wide in (
        *_parts(shares),
        *_outcomes(outcomes),
        rows("people"),
        rows("pay"),
        _spent(spending),
    ):
        frame = frame.join(wide, on=KEY, how="left")
    frame = frame.join(rows("places"), on="council", how="left")
    frame = frame.join(rows("councils"), on="council", how="left")
    columns = _codebook(rows, parts, measures)
    names = [one.name for one in columns]
    frame = frame.with_columns(
        pl.lit(None, pl.Float64).alias(name) for name in names if name not in frame.columns
    )
    frame = frame.select(names).sort("council_name", "council", "year")
    check(columns, frame)
    return frame, columns


def _codebook(rows, parts: pl.DataFrame, measures: pl.DataFrame) -> list[Column]:
    models = rows("models")
    held = [
        row
        | {
            "models": models.filter(delivery_service=row["delivery_service"])[
                "model", "plain_name"
            ].rows()
        }
        for row in parts.rows(named=True)
    ]
    services = sorted(parts["service"].unique())
    sources = {row["name"]: tuple(row["sources"]) for row in rows("sources").rows(named=True)}
    for name in ("share_0_15_pct", "share_65_plus_pct", "density_doublings"):
        sources[name] = sources.get("residents", ())
    return [
        *of_keys(),
        *of_parts(held),
        *of_outcomes(measures.rows(named=True)),
        *of_circumstances(services, sources),
    ]


def _parts(shares: pl.DataFrame) -> list[pl.DataFrame]:
    """Shares as columns, and once a part its series, status and total."""
    named = shares.with_columns(name=pl.format("{}_{}_pct", "delivery_service", "model"))
    about = shares.group_by([*KEY, "delivery_service"]).agg(
        pl.col("series", "status", "total").first()
    )
    return [
        _wide(named, "name", "share_pct"),
        *(
            _wide(about, "delivery_service", name, f"_{name}")
            for name in ("series", "status", "total")
        ),
    ]


def _outcomes(outcomes: pl.DataFrame) -> list[pl.DataFrame]:
    return [_wide(outcomes, "measure", "value"), _wide(outcomes, "measure", "status", "_status")]


def _spent(spending: pl.DataFrame) -> pl.DataFrame:
    named = spending.with_columns(name=pl.format("spending_{}_per_head_gbp", "service"))
    return _wide(named, "name", "gbp")


def _wide(frame: pl.DataFrame, names: str, values: str, after: str = "") -> pl.DataFrame:
    wide = frame.pivot(on=names, index=KEY, values=values, aggregate_function="first")
    return wide.rename({name: f"{name}{after}" for name in wide.columns if name not in KEY})
