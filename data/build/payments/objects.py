"""Payments written as JSON: an array of objects, one inside an object, or an object per line."""

import json
from typing import Any

from data.build.payments.cells import Cells, of_rows
from data.build.payments.result import Refused

DEEPEST = 4


def is_json(text: str) -> bool:
    """Say whether a text begins as JSON does."""
    return text[:200].lstrip("\ufeff \r\n\t")[:1] in ("{", "[")


def object_cells(text: str) -> Cells:
    """Give a header of all keys and a row an object. Raises Refused where there is no such list."""
    try:
        loaded = _loaded(text.lstrip("\ufeff"))
        if isinstance(loaded, list) and loaded and all(isinstance(row, list) for row in loaded):
            return of_rows(enumerate([[_text(cell) for cell in row] for row in loaded], 1))
        found = _list_in(loaded, DEEPEST)
    except (ValueError, RecursionError) as error:
        raise Refused(f"the file begins as JSON and cannot be read so: {error}") from error
    if not found:
        raise Refused("the file is JSON without a list of objects, not a table")
    keys = list(dict.fromkeys(key for entry in found for key in entry))
    rows = [[_text(entry.get(key)) for key in keys] for entry in found]
    return of_rows(enumerate([keys, *rows]))


def _loaded(text: str):
    try:
        return json.loads(text, parse_float=str, parse_int=str)
    except json.JSONDecodeError:
        lines = [line for line in text.splitlines() if line.strip()]
        return [json.loads(line, parse_float=str, parse_int=str) for line in lines]


def _list_in(value, deepest: int) -> list[dict[str, Any]]:
    if isinstance(value, list) and value and all(isinstance(entry, dict) for entry in value):
        # A feature of a map keeps its columns one level down.
        if all(isinstance(entry.get("properties"), dict) for entry in value):
            return [entry["properties"] for entry in value]
        return value
    inside = value.values() if isinstance(value, dict) else []
    if not deepest:
        return []
    return max((_list_in(entry, deepest - 1) for entry in inside), key=len, default=[])


def _text(value) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)
