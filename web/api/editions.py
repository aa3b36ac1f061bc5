"""Which edition a request means: the one in place, or one that is kept, by its name or by a day."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

import polars as pl

import archive
from queries import EditionMissing, EditionUnknown, ask, edition_key, query_of, reading
from web.api.parameters import shown
from web.api.problems import Problem

POLARS = {
    "text": pl.String,
    "integer": pl.Int32,
    "boolean": pl.Boolean,
    "date": pl.Date,
}


class Edition(NamedTuple):
    """`kept` is None for the one in place; `since` the day from which it was in force here."""

    name: str
    since: date
    kept: archive.Kept | None


@lru_cache(maxsize=8)
def present_edition(_edition: str) -> str:
    """Name of the edition that is read; by `edition_key()`."""
    return str(ask("edition/about")["name"].item())


def held() -> list[Edition]:
    """Every edition that is here, in the order in which they were in force."""
    present = present_edition(edition_key())
    since = archive.since_of(archive.FOLDER).get(present) or archive.own_day(present)
    kept = [
        Edition(one.name, one.since, one)
        for one in archive.kept_in(archive.FOLDER)
        if one.name != present
    ]
    # The one in place is in force today, whatever was written down of another.
    return [*kept, Edition(present, max([since, *(one.since for one in kept)]), None)]


def meant(text: str, today: date | None = None) -> Edition:
    """The edition of that name, or the one in force on that day. Raises Problem."""
    today = today or date.today()
    here = held()
    for one in here:
        if one.name == text:
            return one
    day = archive.as_day(text)
    if day is None:
        raise _unknown(
            f"The edition “{shown(text)}” is not kept here: {here[-1].name} is in place.", here
        )
    if day > today:
        raise Problem(
            "bad-value",
            f"{text} is still to come, and so is what will be in force then.",
            parameter="as_of",
            example=here[-1].name,
        )
    name = archive.in_force([(one.name, one.since) for one in here], day)
    if name is None:
        first = here[0]
        raise _unknown(
            f"No edition of {text} is kept here: the oldest, {first.name}, was in force from "
            f"{first.since} on.",
            here,
        )
    return next(one for one in here if one.name == name)


def said_in(asked: Sequence[tuple[str, str]]) -> str | None:
    """What `as_of` says, where it is said once; anything else is refused with the parameters."""
    said = [text.strip() for name, text in asked if name == "as_of" and text.strip()]
    return said[0] if len(said) == 1 else None


@contextmanager
def read_as_of(text: str | None) -> Iterator[None]:
    """Within it questions are answered from the edition that `text` means. Raises Problem."""
    one = meant(text) if text else None
    if one is None or one.kept is None:
        yield
        return
    try:
        with reading(one.kept.database):
            yield
    except (EditionMissing, EditionUnknown):
        raise Problem(
            "edition-too-old",
            f"This version of the program cannot ask the edition {one.name}. Its files, as they "
            f"were, are at edition/{one.name}/.",
            parameter="as_of",
            files=f"edition/{one.name}/",
            nearest=[each.name for each in held() if each.name != one.name],
        ) from None


def every_edition(_values: Mapping[str, object], rows: int, skip: int) -> tuple[pl.DataFrame, int]:
    """Rows of api/editions, one for each that is here, newest first, and how many they are."""
    here = held()
    ends = [one.since - timedelta(days=1) for one in here[1:]]
    told = [_row(*each) for each in zip(here, [*ends, None], strict=True)]
    frame = pl.concat(told[::-1], how="vertical")
    return frame.slice(skip, rows), frame.height


def _row(one: Edition, until: date | None) -> pl.DataFrame:
    takes = {
        "since": one.since.isoformat(),
        "until": until.isoformat() if until else None,
        "in_place": one.kept is None,
        "files": f"edition/{one.name}/",
    }
    try:
        with reading(one.kept.database if one.kept else None):
            return ask("api/editions", **takes)
    except (EditionMissing, EditionUnknown):
        if one.kept is None:
            raise
        return _unanswered(one, until, takes)


def _unanswered(one: Edition, until: date | None, takes: Mapping[str, object]) -> pl.DataFrame:
    """An edition whose files are kept, and which this program cannot ask."""
    gives = query_of("api/editions").header.gives
    known = {
        "name": one.name,
        "in_place": False,
        "answers": False,
        "in_force_from": one.since,
        "in_force_to": until,
        "files": takes["files"],
    }
    schema = {name: POLARS[kind] for name, kind in gives.items()}
    return pl.DataFrame([{name: known.get(name) for name in gives}], schema=schema)


def _unknown(said: str, here: Sequence[Edition]) -> Problem:
    names = [one.name for one in reversed(here)]
    return Problem("unknown-edition", said, parameter="as_of", nearest=names[:10])
