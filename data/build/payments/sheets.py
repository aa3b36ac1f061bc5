"""Sheets of a workbook that repeat each other: a summary beside its rows, a year beside months."""

from data.build.payments.result import Reading


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
