"""Sheets of a workbook that repeat each other: a summary beside its rows, a year beside months,
a list beside its revision.
"""

import re
from itertools import combinations

import polars as pl

from data.build.payments.result import Reading

NEWER = re.compile(
    r"(?i)\b(?:revised?|revision|amended|amendments?|corrected|correction|updated?|final|"
    r"republished|"
    r"replacement|new|latest|v(?:ersion)? ?[2-9])\b"
)
OLDER = re.compile(
    r"(?i)\b(?:draft|superseded|original|old|previous|provisional|withdrawn|interim|first|"
    r"v(?:ersion)? ?1)\b"
)
# Of the smaller sheet's payments, the share that must be in the other for one to stand for both.
REVISED, OVERLAP, FEWEST = 0.5, 0.3, 3
MOST_SHEETS = 60


def without_sums(parts: list[Reading], reasons: list[str]) -> list[Reading]:
    """Leave out sheets that repeat others, each with its reason.

    Of two sheets with one total the one with more rows stays; a sheet that is the sum of all the
    others goes.
    """
    kept = list(parts)
    for part in sorted(reversed(parts), key=lambda part: len(part.payments)):
        same = [other for other in kept if other is not part and _repeats(part, other)]
        if same:
            kept.remove(part)
            reasons.append(f"sheet {_name(part)!r}: the same total as sheet {_name(same[0])!r}")
    for part in list(kept):
        others = sum(_total(other) for other in kept if other is not part)
        if len(kept) > 2 and _total(part) and _total(part) == others:
            kept.remove(part)
            reasons.append(f"sheet {_name(part)!r}: the same total as the other sheets together")
            break
    return kept


def without_revised(parts: list[Reading], reasons: list[str]) -> list[Reading]:
    """Leave out sheets that others revise or contain; what only overlaps is read with a doubt."""
    kept = list(parts)
    if not 1 < len(parts) <= MOST_SHEETS:
        return kept
    for one, other in combinations(parts, 2):
        if one not in kept or other not in kept:
            continue
        alike = _alike(one, other)
        smaller = min(len(one.payments), len(other.payments))
        if alike < FEWEST or alike < OVERLAP * smaller:
            continue
        gone = _superseded(one, other) if alike >= REVISED * smaller else None
        if gone is None and alike == smaller:
            gone = min(one, other, key=lambda part: len(part.payments))
        if gone is None:
            names = f"{_name(one)!r} and {_name(other)!r}"
            other.doubt(0.35, f"sheets {names} hold {alike} payments alike, and both are counted")
            continue
        stays = other if gone is one else one
        kept.remove(gone)
        reasons.append(
            f"sheet {_name(gone)!r}: superseded by sheet {_name(stays)!r}, which holds {alike} of "
            f"its "
            f"{len(gone.payments)} payments"
        )
    return kept


def _superseded(one: Reading, other: Reading) -> Reading | None:
    """The older of two sheets by their names; None where they do not say."""
    ranks = [_rank(part) for part in (one, other)]
    if ranks[0] == ranks[1]:
        return None
    return one if ranks[0] < ranks[1] else other


def _rank(part: Reading) -> int:
    words = re.sub(r"[_()-]+", " ", _name(part))
    return bool(NEWER.search(words)) - bool(OLDER.search(words))


def _alike(one: Reading, other: Reading) -> int:
    """Payments that two sheets hold alike: same day, name and amount, as often as in both."""
    frames = (one.payments.frame, other.payments.frame)
    if any("date" not in part.columns or "supplier" not in part.columns for part in (one, other)):
        return 0
    keys = ["date", "supplier", "amount_pence"]
    if all("reference" in frame.columns for frame in frames):
        keys.append("reference")
    counts = [frame.group_by(keys).len("times") for frame in frames]
    both = counts[0].join(counts[1], on=keys, nulls_equal=True)
    return int(both.select(pl.min_horizontal("times", "times_right").sum()).item())


def _repeats(part: Reading, other: Reading) -> bool:
    """Equal sums; equal numbers of rows as well may be two months alike, unless the days agree."""
    if not _total(part) or _total(part) != _total(other):
        return False
    days = (sheet.payments.frame["date"].sort() for sheet in (part, other))
    undated = "date" in other.columns and "date" not in part.columns
    fewer = len(part.payments) < len(other.payments)
    return fewer or undated or next(days).equals(next(days))


def _total(part: Reading) -> int:
    return int(part.payments.frame["amount_pence"].sum())


def _name(part: Reading) -> str:
    return part.payments.frame["sheet"][0]
