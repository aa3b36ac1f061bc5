"""JSON files as a grid of cells: one row per record, nested keys joined by a dot."""

import json
from pathlib import Path
from typing import Any

import polars as pl

from data.build.readers.cells import grid


def of_json(path: Path, options: dict[str, str]) -> pl.DataFrame:
    """Read the list or mapping of records found under the keys ``options["records"]``.

    A mapping's own keys become the column ``key``.
    """
    content = json.loads(path.read_text("utf-8"))
    for key in filter(None, options.get("records", "").split(".")):
        content = content[key]
    if isinstance(content, dict):
        content = [{"key": key, **record} for key, record in content.items()]
    flat = [_flat(record) for record in content]
    names = list(dict.fromkeys(name for record in flat for name in record))
    return grid([names, *([record.get(name) for name in names] for record in flat)])


def _flat(record: dict[str, Any], prefix: str = "") -> dict[str, str | None]:
    flat: dict[str, str | None] = {}
    for key, value in record.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{key}.")
        else:
            flat[prefix + key] = None if value is None else str(value)
    return flat
