"""Where councils put their newest files of payments: ``data/payments/addresses.csv``.

A pattern names a month in braces, as ``.../Spending_{YYYYMM}.csv``; a name in braces that tells no
month (an id, a hash) makes it of no use, and the council's page is looked through instead.
"""

import csv
import itertools
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FILE = Path(__file__).parents[2] / "payments" / "addresses.csv"
BRACES = re.compile(r"\{([^{}]*)\}")
YEAR = re.compile(r"(?<!\d)20[12]\d(?!\d)")
# How a month is written; those that begin a folder of the site's are of the month of publishing.
FORMS = {
    "YYYY": "%Y", "year": "%Y", "yyyy": "%Y", "YEAR": "%Y", "Year": "%Y", "YY": "%y", "yy": "%y",
    "MM": "%m", "Month": "%B", "MonthName": "%B", "month": "%B.lower", "month-name": "%B.lower",
    "monthlongname": "%B.lower", "mon": "%b.lower", "MonthAbbrev": "%b", "Mmm": "%b",
    "YYYYMM": "%Y%m", "MMYYYY": "%m%Y", "MonthYYYY": "%B%Y", "mon_yyyy": "%b_%Y.lower",
    "month-year": "%B-%Y.lower", "DD-MM-YYYY": "last %d-%m-%Y", "YYYY-MM-DD": "last %Y-%m-%d",
}  # fmt: skip
PUBLISHED = {"YYYY-MM", "yyyy-mm", "YYYY-MM-publish"}
PUBLISHED_AFTER = (1, 2, 0)


class NotKnown(Exception):
    """No address of the council's payments is known."""


@dataclass(frozen=True)
class Place:
    """A council's page of payments, and the pattern of its files' addresses where one is known."""

    council: str
    name: str
    page: str
    pattern: str

    @property
    def tells_months(self) -> bool:
        """Whether addresses can be made of the pattern."""
        names = BRACES.findall(self.pattern)
        told = [name in FORMS or name in PUBLISHED or "|" in name for name in names]
        return bool(names) and all(told) and not all("|" in name for name in names)

    def addresses(self, month: date) -> Iterator[str]:
        """Give the addresses at which the file of a month may be, the likeliest first."""
        pattern = self.pattern
        years = any("y" in FORMS.get(name, "").lower() for name in BRACES.findall(pattern))
        if not years:
            # A pattern noted in one year stands for the same address in others.
            pattern = YEAR.sub(f"{month:%Y}", pattern)
        parts = [part for part in re.split(r"(\{[^{}]*\})", pattern) if part]
        choices = [_choices(part, month) for part in parts]
        seen = dict.fromkeys("".join(one) for one in itertools.product(*choices))
        yield from (address.replace(" ", "%20") for address in seen)


def place_of(council: str, file: Path = FILE) -> Place:
    """Give the place of a council, by its key or its name. Raises NotKnown."""
    wanted = _plain(council)
    with file.open(encoding="utf-8", newline="") as lines:
        places = [Place(**row) for row in csv.DictReader(lines)]
    for one in places:
        if wanted in (_plain(one.council), _plain(one.name)):
            return one
    near = [one.name for one in places if wanted and wanted in _plain(one.name)]
    offered = f": did you mean {' or '.join(near[:5])}?" if near else ""
    raise NotKnown(
        f"No address of payments of {council!r} is known{offered or '.'} "
        "data/payments/addresses.csv lists them: add a line with the council's page."
    )


def _choices(part: str, month: date) -> list[str]:
    if not part.startswith("{"):
        return [part]
    name = part[1:-1]
    if name in PUBLISHED:
        return [f"{_later(month, after):%Y-%m}" for after in PUBLISHED_AFTER]
    if "|" in name:
        return name.split("|")
    return [_written(FORMS[name], month)]


def _written(form: str, month: date) -> str:
    day = month
    if form.startswith("last "):
        form, day = form.removeprefix("last "), month.replace(day=monthrange(*_numbers(month))[1])
    small = form.endswith(".lower")
    text = day.strftime(form.removesuffix(".lower"))
    return text.lower() if small else text


def _numbers(month: date) -> tuple[int, int]:
    return month.year, month.month


def _later(month: date, months: int) -> date:
    count = month.year * 12 + month.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()
