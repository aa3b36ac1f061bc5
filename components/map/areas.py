"""Which councils a map shows together: those that may be compared, on the boundaries they have."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from components.words.naming import class_words

WHOLE = "whole"
OLDEST_BOUNDARIES = 2014
MIXED = (
    "Councils of different kinds may run different parts of this service: they are shown on one "
    "scale to be looked at, not to be ranked against each other."
)
ADDED = (
    "Each area shows all its councils together: in two-tier areas the district and the county "
    "added, which is a sum and not the figure of either."
)
NAMES = {
    "single": "Single-tier councils",
    "district": "District councils",
    "county": "County councils",
    "upper": "Counties and single-tier councils",
    "london": "London boroughs",
    "fire_county": "Councils with a fire service of their own",
    "city_of_london": "City of London",
    WHOLE: "Whole areas, county and district added",
    "all_local": "District and single-tier councils",
    "all_upper": "County and single-tier councils",
}


@dataclass(frozen=True)
class Areas:
    """Councils shown on one scale: those of `groups`, drawn on the boundaries of `layer`."""

    key: str
    groups: tuple[str, ...]
    layer: str
    title: str

    @property
    def caveat(self) -> str | None:
        if self.key == WHOLE:
            return ADDED
        return MIXED if len(self.groups) > 1 else None


def on_offer(groups: list[dict[str, object]], measure: dict[str, object]) -> list[Areas]:
    """What a measure can show, the widest first. Takes the rows of map/groups.

    Money is never put on one scale over kinds of councils that run different parts of a service;
    where districts run a part, what both tiers spend is added up instead.
    """
    every = [_of_group(row) for row in groups]
    if len(groups) < 2:
        return every
    if measure["kind"] == "spend":
        two_tiers = any(row["districts"] for row in groups)
        return [_together(WHOLE, groups, "district"), *every] if two_tiers else every
    if measure["kind"] == "finance" and any(row["counties"] for row in groups):
        return every
    local = [row for row in groups if not row["counties"]]
    upper = [row for row in groups if not row["districts"]]
    wider = []
    if any(row["districts"] for row in local) and len(local) > 1:
        wider.append(_together("all_local", local, "district"))
    if any(row["counties"] for row in upper) and len(upper) > 1:
        wider.append(_together("all_upper", upper, "upper"))
    return [*wider, *every]


def boundary_year(shown: pl.DataFrame, starts: date, ends: date) -> int | None:
    """The year whose boundaries fit the councils shown; None for today's.

    Figures of a past period are often published for today's councils: the old boundaries serve
    where a council that has ended has a figure, or where nobody who came later has one. Some
    publishers give a school year for the councils at its end, so the newest council and the first
    to end draw the year to themselves.
    """
    known = shown.filter(pl.col("value").is_not_null())
    year = _year(starts + (ends - starts) / 2)
    newest, first_to_end = known["starts"].max(), known["ends"].min()
    later = newest is not None and _year(newest) > year
    if first_to_end is None:
        stood = not later and shown["ends"].is_not_null().any()
        return max(OLDEST_BOUNDARIES, year) if stood else None
    if later and _year(newest) > _year(first_to_end):
        # Councils from before and after a change at once: the boundaries that show more of them.
        both = (_year(newest), _year(first_to_end))
        return min(both, key=lambda one: without_boundary(known, one).height)
    if later:
        year = _year(newest)
    return max(OLDEST_BOUNDARIES, min(year, _year(first_to_end)))


def without_boundary(shown: pl.DataFrame, year: int | None) -> pl.DataFrame:
    """Rows with a figure whose council did not stand in the year (None: today)."""
    standing = pl.col("ends").is_null()
    if year is not None:
        began = pl.col("starts").is_null() | (_year_of("starts") <= year)
        standing = began & (standing | (_year_of("ends") >= year))
    return shown.filter(pl.col("value").is_not_null() & ~standing)


def _year_of(column: str) -> pl.Expr:
    return pl.col(column).dt.year() - (pl.col(column).dt.month() < 4).cast(pl.Int32)


def _year(day: date) -> int:
    """Years of councils run from April."""
    return day.year - (day.month < 4)


def _of_group(row: dict[str, object]) -> Areas:
    group = row["comparison_group"]
    title = NAMES.get(group) or ", ".join(class_words(one) for one in row["classes"])
    layer = "upper" if row["counties"] else "district"
    return Areas(group, (group,), layer, title[:1].upper() + title[1:])


def _together(key: str, groups: list[dict[str, object]], layer: str) -> Areas:
    return Areas(key, tuple(row["comparison_group"] for row in groups), layer, NAMES[key])
