"""Names that no register has: nicknames, towns, areas, topics, pages. Hand-kept in data/search."""

import csv
import tomllib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "data" / "search"
GLOSSARY = Path(__file__).parents[2] / "data" / "glossary.toml"


@cache
def listed(name: str) -> tuple[dict[str, str], ...]:
    """Rows of one of the lists: nickname, town, area, area_name, authority_name, elsewhere,
    topic, page."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def glossary() -> tuple[dict[str, str], ...]:
    """Words of the field: plain, official, meaning."""
    return tuple(tomllib.loads(GLOSSARY.read_text("utf-8"))["word"])
