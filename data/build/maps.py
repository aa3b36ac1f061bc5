"""Boundaries of the database -> GeoJSON files that a browser fetches once and keeps.

``manifest.json`` lists them: layer, first and last year (null: still so), address, areas,
bytes. The address ends in a hash of the content (``district.json?v=1a2b3c4d``), so a file may
be kept for as long as its address stands.
"""

import hashlib
import json
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb

MANIFEST = "manifest.json"
# What each map is made of, by layer of the table boundary. Upper: who runs social care and roads.
AREAS = {
    "district": "b.layer = 'district'",
    "county": "b.layer = 'county'",
    "upper": "b.layer = 'county' OR (b.layer = 'district' AND c.tier = 'single')",
    "combined_authority": "b.layer = 'combined_authority'",
    "region": "b.layer = 'region'",
    "nation": "b.layer = 'nation'",
}
DATED = ("district", "upper")
FIRST_YEAR, LAST_YEAR = 2014, 2025
SHAPES = """
SELECT b.council, b.code, b.name, b.geojson
FROM boundary b LEFT JOIN council c USING (council)
WHERE b.vintage = $vintage AND ({areas})
  AND coalesce(b.valid_from <= $year, true) AND coalesce(b.valid_to >= $year, true)
ORDER BY b.code
"""


def write_maps(database_path: Path, folder: Path) -> list[dict[str, Any]]:
    """Write every layer of today, and those of past years whose councils were others."""
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(database_path, read_only=True) as database:
        entries = [_of_today(database, layer, folder) for layer in AREAS]
        for layer in DATED:
            past = _past(database, layer, folder)
            if past:
                _entry(entries, layer)["first_year"] = past[-1]["last_year"] + 1
            entries += past
    _put(folder / MANIFEST, json.dumps(entries, indent=1))
    kept = {MANIFEST} | {entry["address"].split("?")[0] for entry in entries}
    for stale in (file for file in folder.glob("*.json") if file.name not in kept):
        stale.unlink()
    return entries


def _of_today(database: duckdb.DuckDBPyConnection, layer: str, folder: Path) -> dict[str, Any]:
    rows = _shapes(database, layer, "current", LAST_YEAR)
    return _write(folder / f"{layer}.json", layer, rows, None, None)


def _past(database: duckdb.DuckDBPyConnection, layer: str, folder: Path) -> list[dict[str, Any]]:
    """One file for each run of years with the same councils, but for the run that lasts."""
    years = {y: _shapes(database, layer, "history", y) for y in range(FIRST_YEAR, LAST_YEAR + 1)}
    runs = [list(run) for _, run in groupby(years, key=lambda year: _councils(years[year]))]
    return [
        _write(folder / f"{layer}-{run[0]}.json", layer, years[run[0]], run[0], run[-1])
        for run in runs[:-1]
    ]


def _shapes(database, layer: str, vintage: str, year: int) -> list[tuple[Any, ...]]:
    sql = SHAPES.format(areas=AREAS[layer])
    return database.execute(sql, {"vintage": vintage, "year": year}).fetchall()


def _councils(rows: list[tuple[Any, ...]]) -> list[str]:
    """Who is on the map; a council whose code alone changed is the same one."""
    return sorted(council for council, *_ in rows)


def _write(
    path: Path, layer: str, rows: list[tuple[Any, ...]], first: int | None, last: int | None
) -> dict[str, Any]:
    features = ",".join(_feature(*row) for row in rows)
    content = f'{{"type":"FeatureCollection","features":[{features}]}}'
    _put(path, content)
    version = hashlib.sha256(content.encode()).hexdigest()[:8]
    return {
        "layer": layer,
        "first_year": first,
        "last_year": last,
        "address": f"{path.name}?v={version}",
        "areas": len(rows),
        "bytes": len(content.encode()),
    }


def _feature(council: str | None, code: str, name: str, shape: str) -> str:
    """A shape is JSON already, written as tightly as the rest: it is set in as it is."""
    about = {
        "type": "Feature",
        "id": council or code,
        "properties": {"council": council, "code": code, "name": name},
    }
    text = json.dumps(about, separators=(",", ":"), ensure_ascii=False)
    return f'{text[:-1]},"geometry":{shape}}}'


def _entry(entries: list[dict[str, Any]], layer: str) -> dict[str, Any]:
    return next(entry for entry in entries if entry["layer"] == layer)


def _put(path: Path, content: str) -> None:
    """Write whole or not at all: a browser may be asking."""
    partial = path.with_name(path.name + ".part")
    partial.write_text(content, "utf-8")
    partial.replace(path)
