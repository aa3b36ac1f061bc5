"""Suppliers -> the family of companies that each belongs to, told by how its name begins.

A supplier is one company as far as its names tell; its family is the group that a reader means by
"Capita". Nobody compared it with a register: the evidence is the beginning of the name, which is of
a list that was read (``families.txt``).
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import polars as pl

from data.build.suppliers.plain import read
from data.build.word_lists import phrases

LIST = Path(__file__).with_name("families.txt")
LONGEST = 4
COLUMNS = {"supplier": pl.Int32, "family": pl.String, "evidence": pl.String}


class Beginning(NamedTuple):
    """A family's name, and the words that names of its companies begin with."""

    family: str
    words: tuple[str, ...]


def families_of(suppliers: pl.DataFrame) -> pl.DataFrame:
    """Give supplier, family and evidence of those that belong to one.

    ``suppliers`` has supplier, name and kind. Only families of two suppliers and more are given:
    one company is no group.
    """
    organisations = suppliers.filter(kind="organisation").select("supplier", "name")
    rows = [
        (number, one.family, f"Its name begins with '{' '.join(one.words)}'.")
        for number, name in organisations.iter_rows()
        if (one := family_of(name))
    ]
    found = pl.DataFrame(rows, schema=COLUMNS, orient="row")
    return found.filter(pl.len().over("family") > 1).sort("family", "supplier")


def family_of(name: str) -> Beginning | None:
    """Say whose family a name belongs to; the longest beginning that fits decides."""
    words = read(name).words
    for size in range(min(LONGEST, len(words)), 0, -1):
        if words[:size] in _beginnings():
            return _beginnings()[words[:size]]
    return None


@cache
def _beginnings() -> dict[tuple[str, ...], Beginning | None]:
    found: dict[tuple[str, ...], Beginning | None] = {}
    for line in phrases(LIST):
        family, *beginnings = (part.strip() for part in line.split("|"))
        for beginning in beginnings:
            words = read(beginning.strip("! ")).words
            found[words] = None if beginning.startswith("!") else Beginning(family, words)
    return found
