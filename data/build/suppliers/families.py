"""Suppliers -> the family of companies that each belongs to, told by how its name begins.

A supplier is one company as far as its names tell; its family is the group that a reader means by
"Capita". Nobody compared it with a register: the evidence is the beginning of the name, which is of
a list that was read (``families.txt``).
"""

from collections import defaultdict
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

import polars as pl

from data.build.suppliers.plain import SHORT, read
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
        for number, name in organisations.filter(_may_belong()).iter_rows()
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


def _may_belong() -> pl.Expr:
    """Whether the letters of a beginning stand in the name, or letters that are none of these 36.

    Most names hold none, and reading a name takes many times as long as looking for these.
    """
    spelled: dict[str, set[str]] = defaultdict(set)
    for short, word in SHORT.items():
        spelled[word].add(short)
    beginnings = {
        "".join(words)
        for beginning in _beginnings()
        for words in product(*({word} | spelled[word] for word in beginning))
    }
    name = pl.col("name")
    letters = name.str.to_lowercase().str.replace_all("[&+]", "and")
    letters = letters.str.replace_all("[^a-z0-9]", "")
    is_plain = name.str.len_bytes() == name.str.len_chars()
    return letters.str.contains_any(sorted(beginnings)) | ~is_plain


@cache
def _beginnings() -> dict[tuple[str, ...], Beginning | None]:
    found: dict[tuple[str, ...], Beginning | None] = {}
    for line in phrases(LIST):
        family, *beginnings = (part.strip() for part in line.split("|"))
        for beginning in beginnings:
            words = read(beginning.strip("! ")).words
            found[words] = None if beginning.startswith("!") else Beginning(family, words)
    return found
