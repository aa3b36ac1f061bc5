"""Measure families -> rows of ``value``, each complete: interval, status, a row where it lacks."""

from collections.abc import Sequence
from dataclasses import astuple

import duckdb
import polars as pl

from data.build.joint_figures import JointFigure, mark_joint
from data.build.periods import of_label
from data.build.records import Absent, Family, Measure, Source
from inference.interval_columns import with_interval

OPTIONAL = {
    "numerator": pl.Float64,
    "denominator": pl.Float64,
    "lower": pl.Float64,
    "upper": pl.Float64,
    "status": pl.String,
    "source": pl.String,
    "note": pl.String,
    "censored": pl.Boolean,
}


class MeasureError(Exception):
    """A measure whose SQL fails or gives rows that are not values."""


def compute(
    database: duckdb.DuckDBPyConnection,
    family: Family,
    sources: dict[str, Source],
    joint: Sequence[JointFigure] = (),
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
    _add_periods(database, frame, family)
    rows = [_complete(database, frame, measure, sources) for measure in family.measures]
    database.unregister("member")
    return mark_joint(database, pl.concat(rows), joint)


def _shaped(frame: pl.DataFrame, family: Family) -> pl.DataFrame:
    missing = {"measure", "council", "period", "value"} - set(frame.columns)
    if missing:
        raise MeasureError(f"measures/{family.slug}.sql gives no column {sorted(missing)}.")
    absent = [pl.lit(None, kind).alias(n) for n, kind in OPTIONAL.items() if n not in frame.columns]
    frame = frame.with_columns(absent).with_columns(pl.col("value").cast(pl.Float64))
    frame = frame.with_columns(pl.col(n).cast(kind) for n, kind in OPTIONAL.items())
    return frame.select("measure", "council", "period", "value", *OPTIONAL)


def _add_periods(database: duckdb.DuckDBPyConnection, frame: pl.DataFrame, family: Family) -> None:
    """Add to ``period`` what the SQL made and no file names: the twelve months to a quarter."""
    known = {label for (label,) in database.execute("SELECT period FROM period").fetchall()}
    for label in sorted(set(frame["period"].drop_nulls()) - known):
        made = of_label(label)
        if made is None:
            raise MeasureError(f"measures/{family.slug}.sql gives {label!r}, which is no period.")
        database.execute("INSERT INTO period VALUES (?, ?, ?, ?)", list(astuple(made)))


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
    """95% limits on the measure's own scale, from numerator and denominator.

    Where the value is the publisher's rounded one and not the counts' own, it may lie off their
    ratio by half a step: the limits are wider by as much.
    """
    if measure.interval_method in ("published", "none"):
        return rows
    made = with_interval(rows, method=measure.interval_method, per=measure.per)
    if not measure.rounded_to:
        return made
    off = (pl.col("value") - measure.per * pl.col("numerator") / pl.col("denominator")).abs()
    half = pl.when(off > measure.rounded_to / 1e6).then(measure.rounded_to / 2).otherwise(0.0)
    whole = measure.per if measure.interval_method == "wilson" else None
    return made.with_columns(
        (pl.col("lower") - half).clip(lower_bound=0),
        (pl.col("upper") + half).clip(upper_bound=whole),
    )


def _every_council(database, rows: pl.DataFrame, measure: Measure) -> pl.DataFrame:
    """Keep councils responsible for the service; give those that lack a row one with a status."""
    database.register("found", rows)
    database.register("absent", _absent(measure))
    takes = {
        "service": measure.service,
        "describes": measure.describes,
        "nations": measure.nations,
        "classes": measure.classes,
        "status": measure.absent_status,
        "measure": measure.slug,
    }
    completed = database.sql(_EVERY_COUNCIL, params=takes).pl()
    for name in ("found", "absent"):
        database.unregister(name)
    return completed


def _absent(measure: Measure) -> pl.DataFrame:
    """Which nations, classes and periods have no figures at all, and why."""
    reasons: list[tuple[str, dict[str, Absent]]] = [
        ("nation", measure.absent_nations),
        ("class", measure.absent_classes),
        ("period", measure.absent_periods),
    ]
    rows = [
        {"kind": kind, "name": name, "status": absent.status, "note": absent.note}
        for kind, names in reasons
        for name, absent in names.items()
    ]
    return pl.DataFrame(rows, schema=dict.fromkeys(("kind", "name", "status", "note"), pl.String))


# Whoever has the duty in a whole period of which anybody of its nation has a figure has a row.
# A duty that came or went is no matter to what describes the place.
_EVERY_COUNCIL = """
WITH responsible AS (
    SELECT c.council, c.nation, c.starts, c.ends, r.reason,
           CASE WHEN $describes = 'council' THEN r.starts END AS duty_starts,
           CASE WHEN $describes = 'council' THEN r.ends END AS duty_ends,
           -- A class without figures first: its reason is the nearer one.
           coalesce(a.status, n.status) AS absent_status, coalesce(a.note, n.note) AS absent_note,
           n.name IS NOT NULL AS absent_nation
    FROM responsibility r JOIN council c USING (council)
    LEFT JOIN absent a ON a.kind = 'class' AND a.name = c.class
    LEFT JOIN absent n ON n.kind = 'nation' AND n.name = c.nation
    WHERE r.service = $service AND (len($classes) = 0 OR list_contains($classes, c.class))
      AND (list_contains($nations, c.nation) OR n.name IS NOT NULL)
), collected AS (
    SELECT DISTINCT c.nation, f.period FROM found f JOIN council c USING (council)
    WHERE f.value IS NOT NULL
    UNION
    SELECT DISTINCT r.nation, f.period FROM found f, responsible r WHERE r.absent_nation
    UNION
    SELECT DISTINCT r.nation, a.name FROM responsible r, absent a WHERE a.kind = 'period'
), expected AS (
    SELECT r.* REPLACE (
               coalesce(absent_status, a.status) AS absent_status,
               coalesce(absent_note, a.note) AS absent_note
           ),
           p.period,
           coalesce(r.duty_starts > p.ends OR r.duty_ends < p.starts, false) AS no_duty,
           coalesce(r.duty_starts > p.starts, false) OR coalesce(r.duty_ends < p.ends, false)
               AS part_duty
    FROM responsible r JOIN collected k USING (nation) JOIN period p USING (period)
    LEFT JOIN absent a ON a.kind = 'period' AND a.name = p.period
    WHERE (r.starts IS NULL OR r.starts <= p.starts) AND (r.ends IS NULL OR r.ends >= p.ends)
)
SELECT $measure AS measure, council, period,
       CASE WHEN NOT coalesce(e.no_duty, false) THEN f.value END AS value,
       CASE WHEN NOT coalesce(e.no_duty, false) THEN f.numerator END AS numerator,
       f.denominator, f.lower, f.upper,
       CASE WHEN e.no_duty THEN 'not_responsible'
            WHEN e.part_duty AND f.value IS NOT NULL THEN 'not_comparable'
            ELSE coalesce(f.status, e.absent_status, $status) END AS status,
       f.source,
       CASE WHEN e.no_duty THEN e.reason
            WHEN e.part_duty AND NOT contains(coalesce(f.note, ''), e.reason)
            THEN concat_ws(' ', f.note, 'A part of the year only:', e.reason)
            WHEN f.council IS NULL THEN coalesce(
                e.absent_note, 'The published file has no figure for this council and period.')
            ELSE f.note END AS note,
       coalesce(f.censored AND NOT e.no_duty, false) AS censored
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
