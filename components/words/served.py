"""By whom spending is divided: all residents, and those whom a service is for."""

from components.answers import answer
from components.words.naming import named

ALL = "£ per head is over all residents, also where a service is for some of them."
ELSEWHERE = "Compare, Map and Service have it per head of those served as well: {}."


def divided_by(nation: str) -> list[str]:
    """Sentences: who divides, and for which services there is another divisor."""
    rows = answer("service/served", nation=nation).frame.rows(named=True)
    others = "; ".join(f"{named(row)} by {row['served']}" for row in rows)
    return [ALL, *([ELSEWHERE.format(others)] if others else [])]
