"""The panel's codebook in the two forms that machines read: Frictionless and CSV on the Web."""

import json
from pathlib import Path
from typing import Any

import polars as pl

from data.build.panel.columns import Column

TYPES = {
    pl.String: ("string", "string"),
    pl.Float64: ("number", "double"),
    pl.Int32: ("integer", "integer"),
    pl.Int64: ("integer", "integer"),
    pl.Boolean: ("boolean", "boolean"),
}
TITLE = "Who delivers, what people get, and the circumstances: councils by years"
ABOUT = (
    "One row per council and calendar year in which a period ends. Shares are percentages of the "
    "part's total; shares of different series of one part are not comparable. An empty figure is "
    "never nought: the column that ends in _status says why. The City of London and the Isles of "
    "Scilly are marked sparse and left out of the estimates on the site."
)


def write_codebook(
    columns: list[Column], frame: pl.DataFrame, about: dict[str, Any], folder: Path, name: str
) -> None:
    """``datapackage.json`` and ``<name>.csv-metadata.json``.

    ``about`` has edition and sources; where it is another panel, its title, description and the
    closed lists of words of its columns (``labels``).
    """
    for file, made in (
        (f"{name}_datapackage.json", _frictionless(columns, frame, about, name)),
        (f"{name}.csv-metadata.json", _csvw(columns, frame, about, name)),
    ):
        (folder / file).write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _frictionless(
    columns: list[Column], frame: pl.DataFrame, about: dict[str, Any], name: str
) -> dict[str, Any]:
    fields = [
        {
            "name": one.name,
            "type": TYPES[frame.schema[one.name].base_type()][0],
            "description": one.meaning,
            **({"unit": one.unit} if one.unit else {}),
            **({"sources": list(one.sources)} if one.sources else {}),
            **_enumerated(one.name, about),
        }
        for one in columns
    ]
    return {
        "profile": "tabular-data-package",
        "name": name.replace("_", "-"),
        "title": about.get("title", TITLE),
        "description": about.get("description", ABOUT),
        "version": about["edition"],
        "licenses": [{"name": "OGL-UK-3.0", "title": "Open Government Licence v3.0"}],
        "sources": [
            {"title": f"{row['publisher']}, {row['title']}", "path": row["landing_url"]}
            for row in about["sources"]
        ],
        "resources": [
            {
                "name": name.replace("_", "-"),
                "path": f"{name}.csv",
                "profile": "tabular-data-resource",
                "encoding": "utf-8-sig",
                "schema": {
                    "fields": fields,
                    "primaryKey": _key(frame),
                    "missingValues": [""],
                },
            }
        ],
    }


def _csvw(
    columns: list[Column], frame: pl.DataFrame, about: dict[str, Any], name: str
) -> dict[str, Any]:
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": f"{name}.csv",
        "dc:title": about.get("title", TITLE),
        "dc:description": about.get("description", ABOUT),
        "dc:identifier": about["edition"],
        "dialect": {"header": True, "encoding": "utf-8", "lineTerminators": ["\r\n"]},
        "tableSchema": {
            "primaryKey": _key(frame),
            "columns": [
                {
                    "name": one.name,
                    "titles": one.name,
                    "dc:description": f"{one.meaning} Unit: {one.unit}."
                    if one.unit
                    else one.meaning,
                    "datatype": TYPES[frame.schema[one.name].base_type()][1],
                    "null": "",
                }
                for one in columns
            ],
        },
    }


def _key(frame: pl.DataFrame) -> list[str]:
    return [name for name in ("council", "year", "series") if name in frame.columns]


def _enumerated(name: str, about: dict[str, Any]) -> dict[str, Any]:
    words = about.get("labels", {}).get(name)
    return {"constraints": {"enum": list(words.values())}} if words else {}
