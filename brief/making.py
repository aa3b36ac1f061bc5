"""A subject, a format and an address -> the file. Runs in a process of its own."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

import polars as pl

from brief import council, reorganisation, service, supplier
from brief.document import Brief, Imprint
from brief.imprint_words import edition_name
from brief.pdf import as_pdf
from brief.reader import Refused, shown
from brief.slides import as_pptx
from brief.word import as_docx
from brief.workbook import as_xlsx
from findings.asking import Ask
from queries import ask, edition_key
from shelf import Shelf

Write = Callable[[Brief, Imprint], bytes]
WRITERS: dict[str, Write] = {"pdf": as_pdf, "docx": as_docx, "pptx": as_pptx, "xlsx": as_xlsx}
Compose = Callable[[Ask, str, Mapping[str, str], Imprint, str], Brief]
SUBJECTS: dict[str, Compose] = {
    "council": council.compose,
    "service": service.compose,
    "supplier": supplier.compose,
    "reorganisation": reorganisation.compose,
}
PARAMETERS = {
    "council": council.PARAMETERS,
    "service": service.PARAMETERS,
    "supplier": supplier.PARAMETERS,
    "reorganisation": reorganisation.PARAMETERS,
}

MOST_CONTENTS = 20
MOST_ANSWERS, HEAVIEST_BYTES = 400, 32_000_000
_kept: Shelf[pl.DataFrame] = Shelf(
    MOST_ANSWERS, HEAVIEST_BYTES, lambda frame: int(frame.estimated_size())
)


class Wanted(NamedTuple):
    """`subject` is a key of PARAMETERS, `name` which one of its kind; `base` the server's address
    or ""."""

    subject: str
    name: str
    address: tuple[tuple[str, str], ...]
    base: str
    imprint: Imprint


class File(NamedTuple):
    body: bytes
    name: str
    edition: str


def make(wanted: Wanted, kind: str) -> File:
    """Raises Refused, and what `queries.ask` raises where there is no edition."""
    _check(wanted)
    one = _brief(edition_key(), wanted)
    return File(WRITERS[kind](one, wanted.imprint), f"{one.file_name}.{kind}", one.edition)


def _check(wanted: Wanted) -> None:
    for name, _ in wanted.address:
        if name not in PARAMETERS[wanted.subject]:
            known = ", ".join(PARAMETERS[wanted.subject])
            raise Refused("unknown-parameter", f"“{shown(name)}” is no parameter: {known} are.")
    as_of, edition = dict(wanted.address).get("as_of"), edition_name(kept)
    if as_of and as_of != edition:
        said = f"The edition “{shown(as_of)}” is not here: {edition} is, and no other."
        raise Refused("unknown-edition", said, [edition])


def kept(name: str, **takes: object) -> pl.DataFrame:
    """`queries.ask`, remembered as long as the edition is the same: briefs share half of what they
    ask."""
    return _kept.get((edition_key(), name, repr(takes)), lambda: ask(name, **takes))


# The same brief in another format is often asked for next.
@lru_cache(maxsize=MOST_CONTENTS)
def _brief(_edition: str, wanted: Wanted) -> Brief:
    compose = SUBJECTS[wanted.subject]
    return compose(kept, wanted.name, dict(wanted.address), wanted.imprint, wanted.base)
