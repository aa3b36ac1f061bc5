"""Which of day, month and year stands first in a column of dates.

Orders: ``dmy``, ``mdy``, ``ymd``, and ``ydm`` for the year in four figures before day and month.
"""

from collections import Counter
from datetime import date

from data.build.payments.dates import ISO, ORDERS, THREE, day_of, untimed


def order_of(texts: Counter[str], period: date | None = None) -> tuple[str, float, str]:
    """Say which of dmy, mdy and ymd a column of dates speaks for, and a doubt with its share.

    Day first unless the column cannot be read so, or is a month only when read another way.
    ``period`` is the month that the file's name gives: it settles what reads either way.
    """
    full = Counter({text: n for text, n in texts.items() if ISO.fullmatch(untimed(text))})
    texts = Counter({text: n for text, n in texts.items() if THREE.fullmatch(untimed(text))})
    if not texts:
        return _full_year_first(full, period) if full else ("dmy", 0, "")
    read = {order: _days(texts, order) for order in ORDERS}
    unread = {order: texts.total() - days.total() for order, days in read.items()}
    best = min(ORDERS, key=lambda order: unread[order])
    if best != "dmy" and unread["dmy"] > 0.2 * texts.total() and unread[best] * 10 < unread["dmy"]:
        return best, 0.15, f"dates are written {_words(best)}: day first would not read"
    for order in ("ymd", "mdy"):
        tidy = unread[order] <= unread["dmy"]
        if tidy and _spread(read["dmy"]) > 1500 and _spread(read[order]) < 200:
            return order, 0.15, f"dates are written {_words(order)}: only so do they lie in months"
    if not unread["mdy"] and not unread["dmy"]:
        return _either_way(read["dmy"], read["mdy"], period)
    if (
        unread["dmy"] > 1
        and unread["mdy"]
        and not any(day_of(text) is None and day_of(text, "mdy") is None for text in texts)
    ):
        return "dmy", 0.3, "dates are written day first in some rows, month first in others"
    return "dmy", 0, ""


def _full_year_first(texts: Counter[str], period: date | None) -> tuple[str, float, str]:
    """Settle a column of 2023-04-01: month before day, as the standard has it, or day before."""
    ymd, ydm = _days(texts, "ymd"), _days(texts, "ydm")
    said = "dates are written year, day, month"
    unread = texts.total() - ymd.total()
    if unread > 0.02 * texts.total() and ydm.total() == texts.total():
        return "ydm", 0.12, f"{said}: month first would not read"
    if ydm.total() < texts.total() or not ymd:
        return "dmy", 0, ""
    order, share, said = _either_way(ymd, ydm, period, said)
    return ("ydm" if order == "mdy" else "dmy"), share, said


def _either_way(
    dmy: Counter[date],
    mdy: Counter[date],
    period: date | None,
    written: str = "dates are written month first",
) -> tuple[str, float, str]:
    """Settle a column without a day over 12: ``mdy`` is the less usual of two orders."""
    if period:
        inside = {
            order: sum(n for day, n in days.items() if _month(day) == _month(period)) / days.total()
            for order, days in (("dmy", dmy), ("mdy", mdy))
        }
        if inside["mdy"] > 0.9 and inside["dmy"] < 0.4:
            return "mdy", 0.1, f"{written}: only so do they lie in the month of its name"
        if inside["dmy"] > 0.5:
            return "dmy", 0, ""
    # The first of each month stands for the month; the fifth of each does not.
    one_day = {day.day for day in dmy}
    if len({_month(day) for day in mdy}) == 1 and len(dmy) > 1 and one_day != {1}:
        month = f"{min(mdy):%Y-%m}"
        may = written.replace(" are ", " may be ")
        return "dmy", 0.35 if len(dmy) > 3 else 0.11, f"{may}: all would lie in {month}"
    return "dmy", 0, ""


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _days(texts: Counter[str], order: str) -> Counter[date]:
    days: Counter[date] = Counter()
    for text, count in texts.items():
        if found := day_of(text, order):
            days[found.day] += count
    return days


def _spread(days: Counter[date]) -> int:
    """Days between the 5th and the 95th percentile: one typing error does not count."""
    ordered = sorted(days.elements())
    if not ordered:
        return 0
    cut = len(ordered) // 20
    return (ordered[-1 - cut] - ordered[cut]).days


def _words(order: str) -> str:
    return {"mdy": "month first", "ymd": "year first", "dmy": "day first"}[order]
