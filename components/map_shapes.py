"""Where a browser finds the shapes of a map: an address that changes only with their content."""

import json
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "static" / "maps"
SERVED_AT = "/app/static/maps"


def shapes(layer: str, year: int | None = None, *, folder: Path = FOLDER) -> str:
    """Address of a layer: district, county, upper, combined_authority, region or nation.

    `year` asks for the councils that stood then (district and upper, from 2014 on). A feature's
    id is its council's key, or the area's code where it is no council's.
    """
    manifest = folder / "manifest.json"
    if not manifest.exists():
        return f"{SERVED_AT}/{layer}.json"
    entries = _entries(manifest, manifest.stat().st_mtime_ns)
    return f"{SERVED_AT}/{_of(entries, layer, year)['address']}"


@lru_cache(maxsize=4)
def _entries(manifest: Path, _mtime_ns: int) -> list[dict]:
    return json.loads(manifest.read_text("utf-8"))


def _of(entries: list[dict], layer: str, year: int | None) -> dict:
    """The layer's file for the year; without one, or outside all of them, today's."""
    of_layer = [entry for entry in entries if entry["layer"] == layer]
    for entry in of_layer:
        past = entry["last_year"] is not None
        if past and year is not None and entry["first_year"] <= year <= entry["last_year"]:
            return entry
    return next(entry for entry in of_layer if entry["last_year"] is None)
