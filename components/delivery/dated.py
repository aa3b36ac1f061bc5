"""Changes of who runs the whole service with a known date, as years of the panel."""

import polars as pl

from components.answers import Answer, answer
from components.delivery.subject import Part
from inference.events.changes import OWN, direction

CHOICE = "A dated change: the service went to another body"
WORDS = "the service went to another body"
CAVEATS = (
    "Dated changes are kept by hand and known to be incomplete: a council that is not in the list "
    "may have changed too, and then stands on the wrong side.",
    "The first year after a change is the first that ends on a 31 March after it; a change of "
    "which only the year is known counts as one of its autumn. Services that came back to the "
    "council later are left out, and so are those that another body ran from the first; a change "
    "from one other body to another is neither.",
)
MARCH = 3


def asked(part: Part) -> Answer:
    return answer("delivery/events", service=part.about["service"])


def known(part: Part) -> pl.DataFrame:
    """Changes of the whole service with a date, in order of time; or none."""
    return asked(part).frame.filter(pl.col("since").is_not_null()).sort("since")


def went_out(events: pl.DataFrame) -> bool:
    """Whether the service of any council is known to have gone to another body."""
    return any(direction(*pair) == "out" for pair in events["before", "deliverer"].iter_rows())


def changes(panel: pl.DataFrame, events: pl.DataFrame) -> pl.DataFrame:
    """`council`, `change_year` (null: no change known), for the councils of the panel.

    A council whose service had gone before the panel's first year has no year before, so that it
    counts for nothing; one whose service came back, or of which it is not known who ran it before
    or after, is in neither group. From one other body to another is no change in this.
    """
    told = {
        council: _year_out(rows)
        for (council,), rows in events.sort("since").group_by("council", maintain_order=True)
    }
    councils = panel["council"].unique().sort()
    rows = [(key, told.get(key)) for key in councils if key not in told or told[key]]
    kinds = {"council": pl.String, "change_year": pl.Int64}
    return pl.DataFrame(rows, schema=kinds, orient="row")


def _year_out(events: pl.DataFrame) -> int | None:
    """The first year out of the council, of one council's events; None where it is not one."""
    ways = [direction(*pair) for pair in events["before", "deliverer"].iter_rows()]
    ended = events["until"][-1] is not None  # and nothing is known of what came after
    if ways[0] != "out" or ended or any(one not in ("out", "between") for one in ways):
        return None
    return first_year_after(events["since"][0])


def held_in(year: int, events: pl.DataFrame) -> set[str]:
    """Councils whose whole service another body is known to have run on 31 March of the year."""
    elsewhere = events.filter(pl.col("deliverer") != OWN)
    return {
        council
        for council, since, until in elsewhere.select("council", "since", "until").iter_rows()
        if first_year_after(since) <= year and (until is None or year < first_year_after(until))
    }


def first_year_after(since: str) -> int:
    """The panel's year: "2018-04" -> 2019, "2018-02" -> 2018, "2018" -> 2019."""
    year, _, rest = since.partition("-")
    return int(year) if rest and int(rest[:2]) <= MARCH else int(year) + 1
