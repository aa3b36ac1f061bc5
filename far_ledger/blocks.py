"""What every part of a dataset's files must be: BLOCKS, a line for each million bytes.

SHA256SUMS tells of whole files, which are too large to fetch for one council's month.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

NAME = "BLOCKS"
SIZE = 1 << 20
# The table of an edition that holds the list of the payments that it was assembled with.
KEPT = "kept.ledger_block"
# And the one that holds an empty file of payments, which tells DuckDB the columns.
COLUMNS = "kept.ledger_columns"
# The tables too large to be fetched whole: folders of Parquet files.
FOLDERS = ("payment", "payment_by_supplier")


class BlocksMissing(Exception):
    """A dataset without its list of parts, or a list that can't be read."""


class Block(NamedTuple):
    """A part of a file: which, from 0; how many bytes; and their SHA-256."""

    path: str
    number: int
    bytes: int
    sha256: str


def write_blocks(folder: Path) -> None:
    """List the parts of every file of the large tables of ``folder``."""
    lines = [f"{one.sha256} {one.bytes} {one.number} {one.path}\n" for one in _blocks_of(folder)]
    partial = folder / f"{NAME}.part"
    partial.write_text("".join(lines), "utf-8")
    partial.replace(folder / NAME)


def read_blocks(text: str) -> list[Block]:
    """Read a list. Raises BlocksMissing."""
    try:
        return list(_parsed(text.splitlines()))
    except ValueError:
        raise BlocksMissing(f"{NAME} is no list of the parts of a dataset.") from None


def _parsed(lines: Iterable[str]) -> Iterator[Block]:
    for line in lines:
        sha256, size, number, path = line.split(" ", 3)
        yield Block(path, int(number), int(size), sha256)


def _blocks_of(folder: Path) -> Iterator[Block]:
    for table in FOLDERS:
        for file in sorted((folder / table).rglob("*.parquet")):
            name = file.relative_to(folder).as_posix()
            with file.open("rb") as content:
                number = 0
                while part := content.read(SIZE):
                    yield Block(name, number, len(part), hashlib.sha256(part).hexdigest())
                    number += 1
