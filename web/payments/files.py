"""The parts of a download as CSV or Parquet, never more than one part in memory."""

from collections.abc import Generator
from tempfile import TemporaryFile
from typing import BinaryIO

import pyarrow.parquet as pq

from spreadsheet import csv_parts
from web.payments.file_notes import notes
from web.payments.search_request import Download

CHUNK_BYTES = 1_000_000


def as_csv(one: Download) -> Generator[bytes, None, None]:
    yield from csv_parts(one.parts())


def as_parquet(one: Download) -> Generator[bytes, None, None]:
    """Written to a file without a name first: its index stands at its end."""
    with TemporaryFile() as made:
        _write(one, made)
        made.seek(0)
        while chunk := made.read(CHUNK_BYTES):
            yield chunk


def as_text(one: Download) -> Generator[bytes, None, None]:
    yield notes(one).encode()


def _write(one: Download, made: BinaryIO) -> None:
    parts = one.parts()
    first = next(parts).to_arrow()
    schema = first.schema.with_metadata({"notes": notes(one)})
    with pq.ParquetWriter(made, schema, compression="zstd") as writer:
        writer.write_table(first.replace_schema_metadata(schema.metadata))
        for frame in parts:
            writer.write_table(frame.to_arrow().cast(schema))
