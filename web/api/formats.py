"""Rows as JSON, CSV or Parquet, each with what says whose they are."""

import gzip
import json
from collections.abc import Mapping
from io import BytesIO

import polars as pl

from spreadsheet import to_csv
from web.api.problems import Problem

MEDIA_TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
}
ACCEPTED = {
    "application/json": "json",
    "text/csv": "csv",
    "application/vnd.apache.parquet": "parquet",
    "application/x-parquet": "parquet",
    "application/*": "json",
    "text/*": "csv",
    "*/*": "json",
}
SMALLEST_WORTH_IT_BYTES = 1_000


def format_of(extension: str, accept: str) -> str:
    """By the extension, else by Accept, else JSON. Raises Problem for one that is not made."""
    if extension:
        if extension not in MEDIA_TYPES:
            raise Problem(
                "not-found", "Files end in .json, .csv or .parquet.", formats=list(MEDIA_TYPES)
            )
        return extension
    weighed = [(kind, weight) for kind, weight in _weighed(accept) if weight > 0]
    for kind, _ in sorted(weighed, key=lambda one: -one[1]):
        if kind in ACCEPTED:
            return ACCEPTED[kind]
    if accept.strip():
        made = list(MEDIA_TYPES.values())
        raise Problem("not-acceptable", "JSON, CSV and Parquet are made here.", formats=made)
    return "json"


def _weighed(accept: str) -> list[tuple[str, float]]:
    found = []
    for part in accept.lower().split(",")[:50]:
        kind, *rest = (one.strip() for one in part.split(";"))
        weight = 1.0
        for one in rest:
            if one.startswith("q="):
                try:
                    weight = float(one[2:])
                except ValueError:
                    weight = 0.0
        found.append((kind, weight))
    return found


def written(kind: str, frame: pl.DataFrame, head: Mapping[str, object]) -> bytes:
    """`head` goes before the rows of JSON and into the metadata of Parquet.

    The rows of files carry the edition's name: a file that is kept has lost its address.
    """
    frame = frame.with_columns(pl.col(pl.Float64).fill_nan(None))
    if kind == "json":
        before = json.dumps(head, ensure_ascii=False)[:-1]
        return f'{before}, "data": {frame.write_json()}}}'.encode()
    frame = frame.with_columns(pl.lit(head["edition"]).alias("edition"))
    if kind == "csv":
        return to_csv(frame)
    made = BytesIO()
    told = {name: str(value) for name, value in head.items() if value is not None}
    frame.write_parquet(made, compression="zstd", metadata=told)
    return made.getvalue()


def zipped(body: bytes) -> bytes:
    return gzip.compress(body, compresslevel=5, mtime=0)


def unzipped(body: bytes) -> bytes:
    return gzip.decompress(body)
