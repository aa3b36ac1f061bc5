"""What every trace looks things up in: the edition, the records, and the files if given."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from data.build import paths
from data.build.fetch import locate
from data.build.records import LICENCES, Family, Reading, Source

MOST_LISTED = 12


class TraceError(Exception):
    """There is no such figure; the message says what there is."""


@dataclass(frozen=True)
class Tracer:
    """Without ``mirror`` no file is opened; ``most`` is how many rows are listed, None: all."""

    database: duckdb.DuckDBPyConnection
    sources: dict[str, Source]
    families: dict[str, Family]
    mirror: Path | None = None
    most: int | None = MOST_LISTED

    @cached_property
    def places(self) -> pl.DataFrame:
        """Every code and name of a council."""
        return self.database.sql("FROM place_code").pl()

    def rows(self, sql: str, **takes: object) -> list[dict[str, Any]]:
        return self.database.sql(sql, params=takes).pl().to_dicts()

    def one(self, sql: str, **takes: object) -> dict[str, Any]:
        """The first row, or nothing."""
        return next(iter(self.rows(sql, **takes)), {})

    def local(self, source: str, path: str) -> Path | None:
        """The copy of a file below the mirror, checked against its hash."""
        if self.mirror is None:
            return None
        record = self.sources[source]
        file = next(file for file in record.file if file.path == path)
        return locate(
            file, mirror=self.mirror, cache=paths.DOWNLOADS, landing_url=record.landing_url
        )

    def readings(self, source: str, path: str) -> list[Reading]:
        """The declarations by which a file is read."""
        tables = self.sources[source].table
        return [table for table in tables if not table.files or path in table.files]

    def period(self, table: str, where: str, takes: dict[str, Any], asked: str) -> str:
        """The label of the period that is asked for, of those for which there is a row.

        2023/24 stands for 2023-24 and 2022 for 2022-03-31 where only one can be meant. Raises
        TraceError, which says for which periods there is a row.
        """
        sql = f"SELECT DISTINCT period FROM {table} WHERE {where} ORDER BY 1"
        periods = [row["period"] for row in self.rows(sql, **takes)]
        like = [one for one in periods if one.replace("/", "-") == asked.replace("/", "-")]
        like = like or [one for one in periods if one.startswith(f"{asked}-") or asked in one]
        if asked in periods or len(like) == 1:
            return asked if asked in periods else like[0]
        raise TraceError(
            f"There is no row for {asked}. Periods: {', '.join(like or periods) or 'none'}."
        )

    def within(self, value: dict[str, Any]) -> list[str]:
        """Labels of the periods that lie in a figure's own: a year may be the sum of quarters."""
        rows = self.rows(
            "SELECT p.period FROM period p JOIN period mine ON mine.period = $period "
            "WHERE p.starts >= mine.starts AND p.ends <= mine.ends",
            period=value["period"],
        )
        return [row["period"] for row in rows]

    def near(self, council: str, lead: str | None = None) -> list[list[str]]:
        """The council; with those that share its figure; with its districts and kin by law."""
        shared = self.rows("SELECT DISTINCT council FROM value WHERE joint_lead = $lead", lead=lead)
        kin = self.rows(
            "SELECT council FROM council WHERE county = $council UNION "
            "SELECT predecessor FROM succession WHERE successor = $council UNION "
            "SELECT successor FROM succession WHERE predecessor = $council",
            council=council,
        )
        sharing = [council, *(row["council"] for row in shared)]
        return [[council], sharing, [*sharing, *(row["council"] for row in kin)]]


def about_source(tracer: Tracer, source: str, path: str) -> Iterator[str]:
    """Title, file, hash, addresses and licence."""
    record = tracer.sources[source]
    file = next(file for file in record.file if file.path == path)
    yield f"  source    {record.title} ({source})"
    yield f"  publisher {record.publisher}, {record.published}"
    yield f"  file      {path}"
    yield f"  sha256    {file.sha256}"
    yield f"  page      {record.landing_url}"
    if file.url:
        yield f"  address   {file.url}"
    yield f"  licence   {LICENCES[record.licence]}"


def about_files(tracer: Tracer, source: str, paths_: list[str]) -> Iterator[str]:
    """The same where it is not known in which of several files a figure stands."""
    if len(paths_) == 1:
        yield from about_source(tracer, source, paths_[0])
        return
    record = tracer.sources[source]
    yield f"  source    {record.title} ({source})"
    yield f"  publisher {record.publisher}, {record.published}"
    how = "" if tracer.mirror else " (give --mirror DIR to see which, and the row)"
    yield f"  file      looked for in these {len(paths_)}{how}"
    yield from (f"            {path}" for path in paths_)
    yield f"  page      {record.landing_url}"
    yield f"  licence   {LICENCES[record.licence]}"


def cut(tracer: Tracer, number: int, what: str) -> Iterator[str]:
    """Says how many more there are than are listed, and how to see them."""
    if tracer.most is not None and number > tracer.most:
        yield f"  and {number - tracer.most:,} more of {number:,} {what}: --all lists every one"
