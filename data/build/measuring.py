"""Measure families -> rows of ``value``, each complete: interval, status, a row where it lacks."""

import duckdb
import polars as pl

from data.build.records import Family, Measure, Source
from inference.interval_columns import with_interval

OPTIONAL = {
    "numerator": pl.Float64,
    "denominator": pl.Float64,
    "lower": pl.Float64,
    "upper": pl.Float64,
    "status": pl.String,
    "source": pl.String,
    "note": pl.String,
}


class MeasureError(Exception):
    """A measure whose SQL fails or gives rows that are not values."""


def compute(
    database: duckdb.DuckDBPyConnection, family: Family, sources: dict[str, Source]
) -> pl.DataFrame:
    """Run a family's SQL and complete its rows to the contract of ``value``.

    The SQL sees the temporary table ``member`` (measure, key), one row per measure, and
    gives measure, council, period, value and any of the optional columns.
    """
    member = pl.DataFrame(
        {"measure": [m.slug for m in family.measures], "key": [m.key for m in family.measures]}
    )
    database.register("member", member)
    try:
        frame = database.sql(family.sql.strip().rstrip(";")).pl()
    except duckdb.Error as error:
        raise MeasureError(f"measures/{family.slug}.sql: {error}") from error
    frame = _shaped(frame, family)
    rows = [_complete(database, frame, measure, sources) for measure in family.measures]
    database.unregister("member")
    return pl.concat(rows)


def _shaped(frame: pl.DataFrame, family: Family) -> pl.DataFrame:
    missing = {"measure", "council", "period", "value"} - set(frame.columns)
    if missing:
        raise MeasureError(f"measures/{family.slug}.sql gives no column {sorted(missing)}.")
    absent = [pl.lit(None, kind).alias(n) for n, kind in OPTIONAL.items() if n not in frame.columns]
    frame = frame.with_columns(absent).with_columns(pl.col("value").cast(pl.Float64))
    frame = frame.with_columns(pl.col(n).cast(kind) for n, kind in OPTIONAL.items())
    return frame.select("measure", "council", "period", "value", *OPTIONAL)


def _complete(database, frame: pl.DataFrame, measure: Measure, sources) -> pl.DataFrame:
    rows = frame.filter(pl.col("measure") == measure.slug)
    derived = sources[measure.sources[0]].use == "derived"
    present = pl.lit("derived" if derived else "published")
    empty = pl.lit(measure.absent_status)
    rows = rows.with_columns(
        pl.coalesce(
            "status", pl.when(pl.col("value").is_null()).then(empty).otherwise(present)
        ).alias("status"),
        pl.coalesce("source", pl.lit(measure.sources[0])).alias("source"),
    )
    return _intervals(_every_council(database, rows, measure), measure)


def _intervals(rows: pl.DataFrame, measure: Measure) -> pl.DataFrame:
    """95% limits on the measure's own scale, from numerator and denominator."""
    if measure.interval_method in ("published", "none"):
        return rows
    return with_interval(rows, method=measure.interval_method, per=measure.per)


def _every_council(database, rows: pl.DataFrame, measure: Measure) -> pl.DataFrame:
    """Keep councils responsible for the service; give those that lack a row one with a status."""
    database.register("found", rows)
    takes = {
        "service": measure.service,
        "nations": measure.nations,
        "absent_nations": measure.not_collected_in,
        "classes": measure.classes,
        "absent": measure.absent_status,
        "measure": measure.slug,
    }
    completed = database.sql(_EVERY_COUNCIL, params=takes).pl()
    database.unregister("found")
    return completed


_EVERY_COUNCIL = """
WITH responsible AS (
    SELECT c.council, c.nation, c.starts, c.ends
    FROM responsibility r JOIN council c USING (council)
    WHERE r.service = $service AND (len($classes) = 0 OR list_contains($classes, c.class))
      AND (list_contains($nations, c.nation) OR list_contains($absent_nations, c.nation))
), collected AS (
    SELECT DISTINCT c.nation, f.period FROM found f JOIN council c USING (council)
    WHERE f.value IS NOT NULL
    UNION
    SELECT DISTINCT n.nation, f.period FROM found f, (SELECT unnest($absent_nations) AS nation) n
), expected AS (
    SELECT r.council, p.period, list_contains($absent_nations, r.nation) AS absent_nation
    FROM responsible r JOIN collected k USING (nation) JOIN period p USING (period)
    WHERE (r.starts IS NULL OR r.starts <= p.starts) AND (r.ends IS NULL OR r.ends >= p.ends)
)
SELECT $measure AS measure, council, period, f.value, f.numerator, f.denominator, f.lower, f.upper,
       coalesce(
           f.status, CASE WHEN e.absent_nation THEN 'not_collected' ELSE $absent END
       ) AS status,
       f.source, f.note
FROM expected e FULL JOIN (SELECT * FROM found SEMI JOIN responsible USING (council)) f
     USING (council, period)
WHERE f.council IS NULL OR (
    EXISTS (FROM collected k JOIN council c USING (nation)
            WHERE k.period = f.period AND c.council = f.council)
    -- A cell left empty before a council was made, or after it was abolished, misses nothing.
    AND (f.value IS NOT NULL OR EXISTS (
        FROM responsible r JOIN period t ON t.period = f.period
        WHERE r.council = f.council AND (r.starts IS NULL OR r.starts <= t.ends)
          AND (r.ends IS NULL OR r.ends >= t.ends)))
)
ORDER BY council, period
"""
