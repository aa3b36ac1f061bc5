"""Readers: a published file and its declaration -> a frame of text, one row per published row.

A reader is a function ``(path, reading) -> polars.DataFrame`` of strings. Most files need none
of their own: ``csv`` and ``sheet`` are read by declaration. A reader exists only where a
declaration cannot say it.
"""

from collections.abc import Callable
from pathlib import Path

import polars as pl

from data.build.readers import cells, geometry, nested
from data.build.readers.reshaping import shape
from data.build.records import Reading

Reader = Callable[[Path, Reading], pl.DataFrame]

READERS: dict[str, Reader] = {
    "csv": lambda path, reading: shape(cells.of_csv(path, reading.encoding), reading),
    "sheet": lambda path, reading: shape(cells.of_sheet(path, reading.sheet), reading),
    "parquet": lambda path, reading: shape(cells.of_parquet(path), reading),
    "json": lambda path, reading: shape(nested.of_json(path, reading.options), reading),
    "geometry": geometry.of_areas,
}
