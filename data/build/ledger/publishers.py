"""Who publishes payments, and what their files do not say: ``data/payments/<slug>.toml``."""

import fnmatch
import re
from datetime import date, datetime
from pathlib import Path, PurePath
from typing import Any, Literal

from pydantic import Field

from data.build.records import Record, RecordError, checked, content_of

MONTH = {
    "%Y": r"(?P<year>\d{4})",
    "%y": r"(?P<year>\d\d)",
    "%m": r"(?P<month>\d\d)",
    "%B": r"(?P<month>[a-z]+)",
    "*": ".*",
}
# Sept is no name of a month to strptime.
LETTERS = 3


class Superseded(Record):
    """Files that the publisher put out anew in others: read, and counted with none."""

    files: list[str]
    by: str
    why: str = Field(min_length=10)


class Publisher(Record):
    """One series of files of one publisher; patterns are of a path's end, as leeds/2020-*."""

    slug: str
    council: str
    title: str
    publisher: str
    licence: Literal["OGL-UK-3.0", "PDDL-1.0", "transparency-code"]
    attribution: str
    landing_url: str
    published: str
    coverage: str
    about: str
    known_problems: list[str]
    threshold_gbp: int | None = None
    beside_accounts: str = Field(
        default="", description="Why a year's payments are far from the accounts' running expenses"
    )
    level: Literal["as_published", "tidied", "compiled"]
    beside: bool = Field(default=False, description="The council's main series has another record")
    files: list[str]
    repositories: list[str] = Field(
        default=[], description="The publisher's own public repositories, as owner/name"
    )
    cards: list[str] = Field(default=[])
    months: list[str] = Field(
        default=[], description="Names that tell the month: %Y, %y, %m, %B, *"
    )
    month_from: Literal["day", "file"] = Field(
        default="day", description="file: its days are those of invoices, not of payments"
    )
    no_month: list[str] = Field(default=[], description="Of these the name tells none")
    months_ahead: int | None = Field(
        default=None, description="A later day than so many months after the file's is an error"
    )
    superseded: list[Superseded] = Field(default=[])
    override: list[dict[str, Any]] = Field(
        default=[], description="For the reader: payments/overrides.py"
    )

    @property
    def source(self) -> str:
        """Key of the publication in table source."""
        return f"payments-{self.slug}"

    def as_source(self) -> dict[str, Any]:
        """The row of table source."""
        names = ("title", "publisher", "licence", "attribution", "landing_url", "published")
        row = {name: getattr(self, name) for name in (*names, "coverage", "about")}
        use = "publish" if self.level == "as_published" else "derived"
        return {"source": self.source, **row, "use": use, "known_problems": self.known_problems}

    def has_cards(self, path: str) -> bool:
        """Say whether the file lists purchases by card."""
        return matches(path, self.cards)

    def month_of(self, path: str) -> date | None:
        """Give the month that the file's name tells, where the record says that it does."""
        for pattern in [] if matches(path, self.no_month) else self.months:
            found = re.fullmatch(_as_expression(pattern), _tail(path, pattern), re.I)
            if found:
                return _month(**found.groupdict())
        return None

    def superseding(self, path: str) -> Superseded | None:
        """Give what stands in the place of the file, if the publisher put it out anew."""
        return next((one for one in self.superseded if matches(path, one.files)), None)


def load_publishers(folder: Path) -> dict[str, Publisher]:
    """Read every record, keyed by slug, in name order."""
    return {
        path.stem: checked(Publisher, {"slug": path.stem, **content_of(path)}, path)
        for path in sorted(folder.glob("*.toml"))
    }


def publisher_of(path: str, publishers: dict[str, Publisher]) -> Publisher:
    """Give the one record whose files the path is among."""
    found = [one for one in publishers.values() if matches(path, one.files)]
    if len(found) != 1:
        named = " and ".join(one.slug for one in found) or "no record"
        raise RecordError(f"{path} belongs to {named} of data/payments: it must be one.")
    return found[0]


def matches(path: str, patterns: list[str]) -> bool:
    """Say whether the end of a path is like one of the patterns."""
    return any(fnmatch.fnmatchcase(_tail(path, pattern), pattern) for pattern in patterns)


def _tail(path: str, pattern: str) -> str:
    return "/".join(PurePath(path).parts[-(pattern.count("/") + 1) :])


def _as_expression(pattern: str) -> str:
    parts = re.split(r"(%Y|%y|%m|%B|\*)", pattern)
    return "".join(MONTH.get(part, re.escape(part)) for part in parts)


def _month(year: str, month: str) -> date | None:
    how = "%Y %m" if month.isdigit() else "%Y %b"
    century = "20" if len(year) == 2 else ""
    try:
        return datetime.strptime(f"{century}{year} {month[:LETTERS]}", how).date()
    except ValueError:
        return None
