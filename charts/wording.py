"""Numbers, statuses and trends in the words a reader sees. Plain text, no markup."""

from decimal import ROUND_HALF_UP, Context, Decimal
from math import isfinite
from typing import TypeGuard

from inference.comparison.trend import Trend, meaning
from inference.comparison.word import Polarity

MINUS = "−"  # a real minus sign: a hyphen is read aloud as "dash"
NO_FIGURE = "no figure"

# value.status in words. Every status that can stand beside a NULL is here.
STATUSES = {
    "published": "As published",
    "estimated": "Estimated by the publisher",
    "derived": "From a secondary compilation, until the official file is at hand",
    "budget": "A plan made before the year: no outturn",
    "not_responsible": "Not this council’s service",
    "not_submitted": "The council did not submit this return",
    "suppressed": "Withheld by the publisher because the numbers are small",
    "not_comparable": "Not comparable with other years or councils",
    "not_collected": "Not collected for this place or year",
    "not_held": "Published, but in no file held here",
    "no_residents": "No estimate of residents for this council and year; the pounds are known",
}
# Statuses of a figure: they never explain why there is none.
OF_FIGURES = {"published", "estimated", "derived", "budget"}
UNEXPLAINED = "No figure, and the edition does not say why"

# The same where room is short; the full words are then in the hover text and the table.
STATUS_LABELS = {
    "published": "published",
    "estimated": "estimated",
    "derived": "secondary source",
    "budget": "planned",
    "not_responsible": "not its service",
    "not_submitted": "not submitted",
    "suppressed": "withheld",
    "not_comparable": "not comparable",
    "not_collected": "not collected",
    "not_held": "not held here",
    "no_residents": "residents not known",
}

# Why no trend is given; {n} is how many figures the test takes, in words.
TREND_REASONS = {
    "too_few_points": "fewer than {n} years of figures",
    "too_few_since_break": "fewer than {n} years of figures since the series changed",
    "too_few_of_a_season": "fewer than {n} figures of the same time of year",
    "overlapping_periods": "the periods overlap",
}
NUMBERS = {5: "five", 8: "eight"}

# Room for any float to the last place.
_ROUNDING = Context(prec=400, rounding=ROUND_HALF_UP)
_SCALES = [(10**9, "bn"), (10**6, "m")]


def pounds(value: float | None, *, decimals: int | None = None, short: bool = False) -> str:
    """£1,234; `decimals=2` to the penny; `short` gives £1.2m and £3.4bn from a million up.

    Without `decimals`, amounts under £10 keep their pence so that £0.40 isn't shown as £0.
    """
    if not _known(value):
        return NO_FIGURE
    if short and abs(value) >= 999_500:
        return _short_pounds(value)
    if decimals is None:
        decimals = 2 if 0 < abs(value) < 10 else 0
    return _signed(value, f"£{_digits(abs(value), decimals)}")


def pounds_or_less(value: float, *, short: bool = False) -> str:
    """As `pounds`, and "under £0.01" where two decimals would say that nothing was paid."""
    return "under £0.01" if 0 < value < 0.005 else pounds(value, short=short)


def figure(value: float | None, unit: str, decimals: int = 0) -> str:
    """A measure's value with its unit: 12.3%, £1,234 per head, 4.5 per 1,000 residents."""
    if not _known(value):
        return NO_FIGURE
    if is_money(unit):
        rest = unit.removeprefix("£").removeprefix("gbp").replace("_", " ").strip()
        return f"{pounds(value, decimals=decimals)} {rest}".strip()
    number = _signed(value, _digits(abs(value), decimals))
    return f"{number}{unit}" if unit.startswith("%") else f"{number} {unit}".strip()


def is_money(unit: str) -> bool:
    """Units of money are written "£", "£ per head" or gbp, gbp_per_head."""
    return unit.startswith(("£", "gbp"))


def bare_unit(unit: str) -> str:
    """The unit as it stands on an axis, where "per head" is said once in the title."""
    if is_money(unit):
        return "£"
    return "%" if unit == "%" else ""


def difference(value: float, other: float, unit: str, decimals: int = 0) -> str:
    """Signed: "£12 per head more", "3.1 percentage points less", "the same"."""
    gap = value - other
    if _digits(abs(gap), decimals).strip("0.,") == "":
        return "the same"
    unit = " percentage points" if unit == "%" else unit
    return f"{figure(abs(gap), unit, decimals).replace('  ', ' ')} {'more' if gap > 0 else 'less'}"


def percent_difference(value: float, other: float, decimals: int = 0) -> str | None:
    """ "12% more than"; None where a percentage has no meaning.

    That is where either is below zero, or the base is tiny: fewer than ten steps of its last
    decimal place, so that rounding alone would move the percentage.
    """
    if not (_known(value) and _known(other)) or value < 0 or other < 10 * 10**-decimals:
        return None
    share = (value / other - 1) * 100
    if abs(share) < 0.5:
        return "about the same as"
    return f"{_digits(abs(share), 0)}% {'more' if share > 0 else 'less'} than"


def status_words(status: str | None, note: str | None = None) -> str:
    """What stands behind a figure, or why it is missing; the note is the publisher's or ours."""
    words = STATUSES.get(status or "", UNEXPLAINED)
    return f"{words}. {note}" if note else words


def gap_words(status: str | None, note: str | None = None) -> str:
    """Why there is no figure: never that it is "as published", whatever its status says."""
    return status_words(None if status in OF_FIGURES else status, note)


def status_label(status: str | None) -> str:
    return STATUS_LABELS.get(status or "", NO_FIGURE)


def gap_label(status: str | None) -> str:
    """As `gap_words`, where room is short."""
    return status_label(None if status in OF_FIGURES else status)


def trend_words(trend: Trend, polarity: Polarity) -> str:
    """ "improving (falling) over the last five figures"; never "improving" without a polarity."""
    if trend.way == "not_tested":
        return f"no trend is given: {trend_reason(trend)}"
    over = f"over the last {NUMBERS[trend.n_points]} figures"
    if trend.way == "no_change":
        return f"no significant change {over}"
    good = meaning(trend, polarity)
    way = f"{good} ({trend.way})" if good else trend.way
    return f"{way} {over}"


def trend_reason(trend: Trend) -> str:
    """ "fewer than five years of figures since the series changed"."""
    words = TREND_REASONS[trend.reason or "too_few_points"]
    return words.format(n=NUMBERS[trend.needed])


def ordinal(n: int) -> str:
    """1st, 2nd, 3rd, 11th, 112th."""
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n:,}{ending}"


def count_words(n: int, singular: str, plural: str | None = None) -> str:
    return f"{n:,} {singular if n == 1 else plural or singular + 's'}"


def joined(parts: list[str]) -> str:
    """a, b and c."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _short_pounds(value: float) -> str:
    for scale, letter in _SCALES:
        if abs(value) >= scale * 0.9995:
            number = abs(value) / scale
            return _signed(value, f"£{_digits(number, 1 if number < 99.95 else 0)}{letter}")
    raise AssertionError("short amounts start near a million")


def _digits(value: float, decimals: int) -> str:
    """Grouped digits, halves away from zero: 2.675 is 2.68, as on paper and in spreadsheets."""
    step = Decimal(1).scaleb(-decimals)
    return f"{Decimal(repr(float(value))).quantize(step, context=_ROUNDING):,}"


def _signed(value: float, digits: str) -> str:
    nothing = not any(c in "123456789" for c in digits)
    return digits if value >= 0 or nothing else f"{MINUS}{digits}"


def _known(value: float | None) -> TypeGuard[float]:
    return value is not None and isfinite(value)
