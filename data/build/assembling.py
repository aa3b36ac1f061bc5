"""``data/edition/*.parquet`` -> ``data/councils.duckdb`` and the static map files."""

import json
import os
from pathlib import Path

import duckdb

from data.build.publishing import contract_tables, recover

# DuckDB 1.2 and later open this; 2.0's default would lock older readers out.
STORAGE = "v1.2.0"
MAP_LAYERS = {
    "district": "SELECT coalesce(council, code) AS id, name, geojson FROM boundary WHERE layer = 'district' AND vintage = 'current' ORDER BY id",
    "county": "SELECT coalesce(council, code) AS id, name, geojson FROM boundary WHERE layer = 'county' AND vintage = 'current' ORDER BY id",
}


class EditionMissing(Exception):
    """There is no edition to assemble."""


def assemble(folder: Path, schema: Path, target: Path) -> None:
    """Make the database from the edition's Parquet files; it appears whole or not at all."""
    recover(folder)
    if not folder.is_dir():
        raise EditionMissing(f"There is no edition in {folder}: run python -m data.build first.")
    partial = target.with_name(target.name + ".part")
    partial.unlink(missing_ok=True)
    with duckdb.connect() as database:
        database.execute(f"ATTACH '{partial}' AS fresh (STORAGE_VERSION '{STORAGE}')")
        database.execute("USE fresh")
        database.execute(schema.read_text("utf-8"))
        for table in contract_tables(database):
            database.execute(f"INSERT INTO {table} BY NAME FROM '{folder / table}.parquet'")
        database.execute("CHECKPOINT fresh; USE memory; DETACH fresh")
    os.replace(partial, target)


def write_maps(database_path: Path, folder: Path) -> None:
    """Write each current layer as a GeoJSON file whose feature ids are council keys."""
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(database_path, read_only=True) as database:
        for layer, sql in MAP_LAYERS.items():
            features = [
                {
                    "type": "Feature",
                    "id": key,
                    "properties": {"name": name},
                    "geometry": json.loads(shape),
                }
                for key, name, shape in database.execute(sql).fetchall()
            ]
            content = json.dumps(
                {"type": "FeatureCollection", "features": features}, separators=(",", ":")
            )
            partial = folder / f"{layer}.json.part"
            partial.write_text(content, "utf-8")
            os.replace(partial, folder / f"{layer}.json")
