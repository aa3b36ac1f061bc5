"""Figures that several councils share: ``data/areas/joint_figures.toml`` -> ``value.joint_lead``.

A publisher that gives two councils one figure gives it twice, once under each name: shown for
both, it may be counted once only. The record says under which council, and in which years.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import duckdb
import polars as pl

from data.build.records import Record, checked, content_of

FAR_PAST, FAR_FUTURE = date(1, 1, 1), date(9998, 1, 1)


class JointFigure(Record):
    """Which councils share one figure of which measures, between which days.

    ``lead`` is the council under which it is counted; ``called`` names the sharers where the
    list of their names would not say it plainly.
    """

    measures: list[str]
    lead: str
    partners: list[str]
    starts: date | None = None
    ends: date | None = None
    called: str = ""
    reason: str
    evidence: str


def load_joint_figures(path: Path) -> list[JointFigure]:
    """Read the records. Raises RecordError."""
    return [checked(JointFigure, entry, path) for entry in content_of(path)["joint"]]


def mark_joint(
    database: duckdb.DuckDBPyConnection, rows: pl.DataFrame, records: Sequence[JointFigure]
) -> pl.DataFrame:
    """The rows of ``value`` with ``joint_lead``, and a note that says who shares the figure.

    A row is marked in the periods that lie within a record's days and for which the lead has a
    figure; a partner without a figure of its own is marked as well.
    """
    names = dict(database.execute("SELECT council, name FROM council").fetchall())
    sharer = pl.DataFrame(
        [
            {
                "measure": measure,
                "council": council,
                "lead": record.lead,
                "words": _words(record, names),
                "since": record.starts or FAR_PAST,
                "until": record.ends or FAR_FUTURE,
            }
            for record in records
            for measure in record.measures
            for council in (record.lead, *record.partners)
        ],
        schema=SHARER,
    )
    database.register("sharer", sharer)
    database.register("figure", rows)
    marked = database.sql(_MARKED).pl()
    database.unregister("sharer")
    database.unregister("figure")
    return marked


def _words(record: JointFigure, names: dict[str, str]) -> str:
    first, *more, last = (names.get(key, key) for key in (record.lead, *record.partners))
    sharers = record.called or f"{', '.join([first, *more])} and {last}"
    return f"One figure for {sharers}, counted once, under {names.get(record.lead, record.lead)}."


SHARER = {
    "measure": pl.String,
    "council": pl.String,
    "lead": pl.String,
    "words": pl.String,
    "since": pl.Date,
    "until": pl.Date,
}
_MARKED = """
WITH shared AS (
    SELECT f.measure, f.council, f.period, s.lead, s.words
    FROM figure f
    JOIN sharer s USING (measure, council)
    JOIN period t ON t.period = f.period AND t.starts >= s.since AND t.ends <= s.until
    SEMI JOIN figure led
        ON led.measure = f.measure AND led.council = s.lead AND led.period = f.period
        AND led.value IS NOT NULL
)
SELECT f.* REPLACE (nullif(concat_ws(' ', f.note, s.words), '') AS note), s.lead AS joint_lead
FROM figure f LEFT JOIN shared s USING (measure, council, period)
ORDER BY f.measure, f.council, f.period
"""
