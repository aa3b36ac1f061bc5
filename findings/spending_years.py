"""The years of a council's spending returns: the newest comes first, and what lacks is said."""

from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
HELD = ("published", "derived")


def year_with_total(rows: Sequence[Row]) -> str | None:
    """The newest year of which all spending is known; None where there is none.

    `rows` are those of council/spending_years.
    """
    return next((str(row["period"]) for row in rows if row["status"] in HELD), None)


def lacks_a_return(rows: Sequence[Row], period: str) -> bool:
    row = next((row for row in rows if row["period"] == period), None)
    return row is not None and not row["derived"] and row["status"] != "published"


def without_return(name: str, period: str) -> str:
    return f"{name} made no return of its spending for {period}."
