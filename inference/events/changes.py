"""When a council changed its way of delivering, where the change shows in a share."""

from typing import Literal

import polars as pl

# A share that crosses for a single year is noise or a contract's end, not a change of model.
STEADY_YEARS = 2

Standing = Literal["changed", "never", "always", "unsettled"]
Direction = Literal["out", "back", "between"]
OWN = "own"


def direction(before: str | None, after: str) -> Direction | None:
    """Of a change from one kind of deliverer to another; None where the first is not known.

    "out" of the council, "back" to it, or "between" two other bodies, which is neither: a trust
    that becomes a company does not come back.
    """
    if before is None:
        return None
    if after == OWN:
        return "back"
    return "out" if before == OWN else "between"


def crossings(
    frame: pl.DataFrame,
    share: str,
    threshold: float,
    *,
    towards: Literal["above", "below"] = "above",
    steady_years: int = STEADY_YEARS,
) -> pl.DataFrame:
    """`council`, `change_year` (null unless changed), `standing`, one row for each council.

    Takes `council`, `year` and the share; years without a share are stepped over. A council
    changed when its share was on the near side of the threshold in every year known until then
    (at least `steady_years`), and on the far side, or on the threshold, in every year after
    (as many). Councils that cross and come back, or crossed too lately to tell, are unsettled and
    belong to neither side.
    """
    value = pl.col(share).cast(pl.Float64)
    far = value >= threshold if towards == "above" else value <= threshold
    known = frame.filter(value.is_finite().fill_null(False)).sort("council", "year")
    by_council = known.group_by("council", maintain_order=True).agg(
        pl.col("year").cast(pl.Int64), far.alias("far")
    )
    rows = [
        (council, *_standing(years, sides, steady_years))
        for council, years, sides in by_council.iter_rows()
    ]
    kinds = {"council": pl.String, "change_year": pl.Int64, "standing": pl.String}
    return pl.DataFrame(rows, schema=kinds, orient="row")


def _standing(
    years: list[int], sides: list[bool], steady_years: int
) -> tuple[int | None, Standing]:
    if not any(sides):
        return None, "never"
    if all(sides):
        return None, "always"
    first = sides.index(True)
    before, after = first, len(sides) - first
    if all(sides[first:]) and min(before, after) >= steady_years:
        return years[first], "changed"
    return None, "unsettled"
