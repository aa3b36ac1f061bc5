"""Changes of who runs the whole service with a known date, as years of the panel."""

import polars as pl

from components.answers import Answer, answer
from components.delivery.subject import Part

CHOICE = "A dated change: the service went to another body"
WORDS = "the service went to another body"
CAVEATS = (
    "Dated changes are kept by hand and known to be incomplete: a council that is not in the list "
    "may have changed too, and then stands on the wrong side.",
    "The first year after a change is the first that ends on a 31 March after it; a change of "
    "which only the year is known counts as one of its autumn. Services that came back to the "
    "council later are left out.",
)
MARCH = 3


def asked(part: Part) -> Answer:
    return answer("delivery/events", service=part.about["service"])


def known(part: Part) -> pl.DataFrame:
    """Events of the whole service with a date, or none."""
    frame = asked(part).frame
    return frame.filter(pl.col("since").is_not_null() & (pl.col("deliverer") != "own"))


def changes(panel: pl.DataFrame, events: pl.DataFrame) -> pl.DataFrame:
    """`council`, `change_year` (null: no change known), for the councils of the panel.

    A council whose service had gone before the panel's first year has no year before, so that it
    counts for nothing; one whose service came back is in neither group.
    """
    back = events.filter(pl.col("until").is_not_null())["council"].unique().to_list()
    first: dict[str, int] = {}
    for council, since in events.select("council", "since").iter_rows():
        year = first_year_after(since)
        first[council] = min(year, first.get(council, year))
    councils = panel["council"].unique().sort()
    rows = [(key, first.get(key)) for key in councils if key not in back]
    kinds = {"council": pl.String, "change_year": pl.Int64}
    return pl.DataFrame(rows, schema=kinds, orient="row")


def held_in(year: int, events: pl.DataFrame) -> set[str]:
    """Councils whose whole service another body is known to have run on 31 March of the year."""
    return {
        council
        for council, since, until in events.select("council", "since", "until").iter_rows()
        if first_year_after(since) <= year and (until is None or year < first_year_after(until))
    }


def first_year_after(since: str) -> int:
    """The panel's year: "2018-04" -> 2019, "2018-02" -> 2018, "2018" -> 2019."""
    year, _, rest = since.partition("-")
    return int(year) if rest and int(rest[:2]) <= MARCH else int(year) + 1
