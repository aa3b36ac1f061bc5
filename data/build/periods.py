"""Periods: what publishers write, and the one label and pair of dates we keep."""

import re
from calendar import month_name
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {name.lower(): number for number, name in enumerate(month_name) if name}
DAY = timedelta(days=1)
_ROLLING_FINANCIAL = re.compile(r"(\d{4})[-/]\d\d to (\d{4})[-/]\d\d")


@dataclass(frozen=True)
class Period:
    period: str
    kind: str
    starts: date
    ends: date


def financial(first_year: int) -> Period:
    """April to March: 2023 is 2023-24."""
    label = f"{first_year}-{(first_year + 1) % 100:02d}"
    return Period(label, "financial", date(first_year, 4, 1), date(first_year + 1, 3, 31))


def academic(first_year: int) -> Period:
    """September to August: 2023 is 2023/24."""
    label = f"{first_year}/{(first_year + 1) % 100:02d}"
    return Period(label, "academic", date(first_year, 9, 1), date(first_year + 1, 8, 31))


def calendar(year: int) -> Period:
    return Period(str(year), "calendar", date(year, 1, 1), date(year, 12, 31))


def rolling(first_year: int, last_year: int) -> Period:
    label = f"{first_year} to {last_year}"
    return Period(label, "rolling", date(first_year, 1, 1), date(last_year, 12, 31))


def rolling_financial(first_year: int, last_year: int) -> Period:
    """Several financial years: (2019, 2021) is 2019-20 to 2021-22."""
    first, last = financial(first_year), financial(last_year)
    return Period(f"{first.period} to {last.period}", "rolling", first.starts, last.ends)


def quarter(year: int, number: int) -> Period:
    """Calendar quarter: (2025, 4) is October to December 2025."""
    first = date(year, 3 * number - 2, 1)
    after = date(year + number // 4, (3 * number) % 12 + 1, 1)
    return Period(f"{year} Q{number}", "quarter", first, after - DAY)


def day(on: date) -> Period:
    return Period(on.isoformat(), "day", on, on)


def year_to(year: int, month: int) -> Period:
    """Twelve months to the end of a month."""
    after = date(year + month // 12, month % 12 + 1, 1)
    name = list(MONTHS)[month - 1].capitalize()
    starts = date(after.year - 1, after.month, 1)
    return Period(f"Year to {name} {year}", "year_to", starts, after - DAY)


def parse(text: str, kind: str, year_is: str = "starts", reaches_back: int = 0) -> Period | None:
    """Read a period as a publisher writes it; None when it cannot be read.

    ``kind`` comes from the source's record, ``year_is`` says whether a lone year starts or
    ends the period ("FYE 2023" ends it), ``reaches_back`` how many years before the label a
    rolling period began.
    """
    try:
        found = _read(text, kind, year_is)
    except ValueError:  # no such day: 31 February
        return None
    if found and kind == "rolling" and reaches_back:
        return rolling(found.starts.year - reaches_back, found.ends.year)
    return found


def of_label(label: str) -> Period | None:
    """The period that a label of ours names; None when it names none."""
    kinds = ("quarter", "year_to", "day", "rolling", "calendar", "academic", "financial")
    read = (parse(label, kind) for kind in kinds)
    return next((one for one in read if one and one.period == label), None)


def _read(text: str, kind: str, year_is: str) -> Period | None:
    text = " ".join(text.replace("–", "-").replace("_", " ").split())
    interval = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(?:T[\d:]+)?(?:/P(\d+)Y)?", text)
    if interval:
        year, month, on, years = (int(part) if part else 0 for part in interval.groups())
        return _of_interval(kind, date(year, month, on), years)
    if kind == "rolling" and (years := _ROLLING_FINANCIAL.fullmatch(text)):
        return rolling_financial(int(years[1]), int(years[2]))
    if kind == "quarter":
        return _quarter(text)
    if kind == "year_to":
        return _year_to(text)
    if kind == "day":
        return _day(text)
    return _years(text, kind, year_is)


def _of_interval(kind: str, first: date, years: int) -> Period | None:
    match kind:
        case "day":
            return day(first)
        case "financial":
            return financial(first.year if first.month >= 4 else first.year - 1)
        case "academic":
            return academic(first.year if first.month >= 8 else first.year - 1)
        case "calendar":
            return calendar(first.year)
        case "rolling":
            return rolling(first.year, first.year + max(years, 1) - 1)
        case "year_to":
            last = date(first.year + max(years, 1), first.month, first.day) - DAY
            return year_to(last.year, last.month)
    return None


def _quarter(text: str) -> Period | None:
    """``2025 Q4`` is calendar, ``2025/26 Q3`` financial: the same October to December 2025.

    Of a span, cumulative from its first quarter, the last quarter is meant.
    """
    found = re.search(r"(\d{4})(/\d\d)? ?Q([1-4])$", text)
    if not found:
        return None
    year, number = int(found[1]), int(found[3])
    if found[2]:
        year, number = (year, number + 1) if number < 4 else (year + 1, 1)
    return quarter(year, number)


def _year_to(text: str) -> Period | None:
    """``September 2025``, or ``November 2024/25`` for the year that ends in the second."""
    found = re.search(r"([A-Za-z]+) (\d{4})(/\d\d)?$", text)
    month = MONTHS.get(found[1].lower()) if found else None
    return year_to(int(found[2]) + bool(found[3]), month) if month else None


def _day(text: str) -> Period | None:
    found = re.fullmatch(r"(\d{1,2}) ([A-Za-z]+) (\d{4})", text)
    month = MONTHS.get(found[2].lower()) if found else None
    return day(date(int(found[3]), month, int(found[1]))) if found and month else None


def _years(text: str, kind: str, year_is: str) -> Period | None:
    found = re.search(r"(\d{4})(?: ?(?:[-/]|to) ?(\d{4}|\d{2}))?", text)
    if not found:
        return None
    first = int(found[1])
    last = _full_year(first, found[2]) if found[2] else None
    if kind == "rolling":
        return rolling(first, last) if last else None
    if kind == "calendar":
        return calendar(first) if last is None else None
    if last is None and year_is == "ends":
        first -= 1
    if last is not None and last != first + 1:
        return None
    return financial(first) if kind == "financial" else academic(first)


def _full_year(first: int, text: str) -> int:
    """The second year of a pair as ``1999-00`` or ``2016-2018``."""
    if len(text) == 4:
        return int(text)
    year = first // 100 * 100 + int(text)
    return year if year > first else year + 100
