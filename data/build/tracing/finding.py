"""What every trace looks things up in: the edition, the records, and the files if given."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data.build import paths
from data.build.fetch import locate
from data.build.records import LICENCES, Family, Reading, Source


class TraceError(Exception):
    """There is no such figure; the message says what there is."""


@dataclass(frozen=True)
class Tracer:
    """Without ``mirror`` no file is opened."""

    database: duckdb.DuckDBPyConnection
    sources: dict[str, Source]
    families: dict[str, Family]
    mirror: Path | None = None

    def rows(self, sql: str, **takes: object) -> list[dict]:
        return self.database.sql(sql, params=takes).pl().to_dicts()

    def one(self, sql: str, **takes: object) -> dict:
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

    def no_figure(self, table: str, where: str, takes: dict, period: str) -> TraceError:
        """Says for which periods there is a row."""
        sql = f"SELECT DISTINCT period FROM {table} WHERE {where} ORDER BY 1"
        periods = ", ".join(row["period"] for row in self.rows(sql, **takes))
        return TraceError(f"There is no row for {period}. Periods: {periods or 'none'}.")


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
