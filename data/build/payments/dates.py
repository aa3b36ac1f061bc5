"""A date as councils write it -> a day, in a given order of its parts."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Ionawr, Chwefror, Mawrth (o Fawrth), Ebrill, Mai, Mehefin (o Fehefin), Gorffennaf, Awst, Medi (o
# Fedi), Hydref, Tachwedd, Rhagfyr: the first letters that tell each, by the number of its month.
WELSH = {
    "ion": 1, "chw": 2, "maw": 3, "faw": 3, "ebr": 4, "mai": 5, "fai": 5, "meh": 6, "feh": 6,
    "gor": 7, "aws": 8, "med": 9, "fed": 9, "hyd": 10, "tac": 11, "rha": 12,
}  # fmt: skip
WELSH_NAMES = (
    "ionawr|ion|chwefror|chwef|chw|[mf]awrth|maw|ebrill|ebr|[mf]ai|[mf]ehefin|meh|gorffennaf|"
    "gorff|gor|awst|[mf]edi|hydref|hyd|tachwedd|tach|rhagfyr|rhag"
)
NAME = f"((?:jan|feb|mar|apr|may|jun|jul|aug|sept|sep|oct|nov|dec)[a-z]*|{WELSH_NAMES})\\.?"
TIME = re.compile(
    r"[ T]+\d{1,2}([:.])\d{2}(\1\d{2}([.,]\d+)?)?( ?[ap]m)?( ?z| ?utc| ?[+-]\d\d:?\d\d)?$", re.I
)
SUMMER_MIDNIGHT = re.compile(r".*[ T]23:00(:00(\.0+)?)? ?(z|\+00:?00)", re.I)
LONDON = ZoneInfo("Europe/London")
WEEKDAY = re.compile(r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|dydd \w+)[ ,]+", re.I)
FIRST, LAST = date(1990, 1, 1), date(2100, 1, 1)
EXCEL_EPOCH = date(1899, 12, 30)

WORDY = re.compile(r"[A-Za-z]{2}")
NTH = "st|nd|rd|th|af|ail|il|ydd|edd|fed|eg|ain"
DATED = re.compile(
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[ap]m\b|utc|mon|tue|wed|thu|fri|sat|sun|"
    rf"\d(?:{NTH})\b|\b(?:{WELSH_NAMES})\b|dydd",
    re.I,
)
DIGIT = re.compile(r"\d")
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{6})?")
COMPACT_LATE = re.compile(r"(\d{1,2})(\d\d)((?:19|20)\d\d)")
THREE = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})")
NAMED = re.compile(rf"(\d{{1,2}})(?:{NTH})?[-/. ]*(?:o )?{NAME}[-/. ,]*(\d{{4}}|\d{{2}})", re.I)
NAMED_FIRST = re.compile(rf"{NAME}[-/. ]*(\d{{1,2}})(?:{NTH})?[-/. ,]+(\d{{4}})", re.I)
MONTH = re.compile(rf"{NAME}[-/. ']*(\d{{4}}|\d{{2}})", re.I)
MONTH_YEAR = re.compile(r"(\d{1,2})[-/.]((?:19|20)\d\d)")
YEAR_MONTH = re.compile(r"((?:19|20)\d\d)[-/](\d{1,2})")
SERIAL = re.compile(r"([34]\d{4}|5[0-4]\d{3})(?:\.\d+)?")

ORDERS = {"dmy": (2, 1, 0), "mdy": (2, 0, 1), "ymd": (0, 1, 2)}


@dataclass(frozen=True)
class Day:
    """A date as read; ``month_only`` stands on the month's first day."""

    day: date
    format: str
    month_only: bool = False


@lru_cache(maxsize=100_000)
def day_of(text: str, order: str = "dmy") -> Day | None:
    """Read one date; None where it is none or no day of the calendar. ``order`` is for 1/2/03."""
    text = text.strip(" \t\r\n\xa0'=\"")
    if len(text) > 60 or not DIGIT.search(text) or (WORDY.search(text) and not DATED.search(text)):
        return None
    summer = SUMMER_MIDNIGHT.fullmatch(text)
    text = untimed(text)
    for pattern, reader in READERS:
        match = pattern.fullmatch(text)
        found = reader(match, order) if match else None
        if found and FIRST <= found.day < LAST:
            return _next_day(found) if summer else found
    return None


def _next_day(found: Day) -> Day:
    """Midnight of a British summer's day is eleven at night before it in universal time."""
    midnight = datetime.combine(found.day, time(23), UTC).astimezone(LONDON)
    return Day(midnight.date(), found.format) if midnight.hour == 0 else found


def untimed(text: str) -> str:
    """Cut a weekday before a date and a time behind it."""
    text = text.strip()
    if " " in text or "T" in text:
        text = TIME.sub("", text)
        if found := WEEKDAY.match(text):
            text = text[found.end() :]
    return text


def _made(year: str, month: int, day: int, form: str, month_only: bool = False) -> Day | None:
    full = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return Day(date(full, month, day), form, month_only)
    except ValueError:
        return None


def _numbers(match: re.Match[str], order: str) -> Day | None:
    parts = [match[1], match[3], match[4]]
    order = "dmy" if order == "ydm" else order
    year, month, day = (
        parts[place] for place in ORDERS["dmy" if len(parts[2]) == 4 and order == "ymd" else order]
    )
    mark = match[2]
    shape = {"dmy": "dd{0}mm{0}{1}", "mdy": "mm{0}dd{0}{1}", "ymd": "{1}{0}mm{0}dd"}[order]
    return _made(year.zfill(2), int(month), int(day), shape.format(mark, "y" * len(year)))


def month_number(name: str) -> int:
    """Give the number (1 to 12) of a month's English or Welsh name, whole or cut; 0 for none."""
    told = name[:3].lower()
    return MONTHS.index(told) + 1 if told in MONTHS else WELSH.get(told, 0)


def _year_first(match: re.Match[str], order: str) -> Day | None:
    year, second, third = match[1], int(match[2]), int(match[3])
    if order == "ydm":
        return _made(year, third, second, "yyyy-dd-mm")
    return _made(year, second, third, "yyyy-mm-dd")


def _serial(match: re.Match[str], order: str) -> Day:
    return Day(EXCEL_EPOCH + timedelta(days=int(match[1])), "serial number")


Reader = Callable[[re.Match[str], str], Day | None]
READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (ISO, _year_first),
    (THREE, _numbers),
    (NAMED, lambda m, _: _made(m[3], month_number(m[2]), int(m[1]), "dd-mon-" + "y" * len(m[3]))),
    (NAMED_FIRST, lambda m, _: _made(m[3], month_number(m[1]), int(m[2]), "mon dd yyyy")),
    (YEAR_MONTH, lambda m, _: _made(m[1], int(m[2]), 1, "yyyy-mm", True)),
    (MONTH, lambda m, _: _made(m[2], month_number(m[1]), 1, "mon-" + "y" * len(m[2]), True)),
    (COMPACT, lambda m, _: _made(m[1], int(m[2]), int(m[3]), "yyyymmdd")),
    (COMPACT_LATE, lambda m, _: _made(m[3], int(m[2]), int(m[1]), "ddmmyyyy")),
    (MONTH_YEAR, lambda m, _: _made(m[2], int(m[1]), 1, "mm/yyyy", True)),
    (SERIAL, _serial),
)
