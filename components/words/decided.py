"""What a council decides on: the sum that pages lead with, and what is left out of it."""

from components.answers import answer, asked
from components.words.naming import named
from findings import decided

# Services that are sums of the others: what leads, and the published total beside it.
SUMS = ("decided", "total")
DERIVED = (
    "The figures of {} come from a published compilation of the official returns, until the "
    "official file is at hand."
)


def said_of_it() -> str:
    """One line: what is left out of what councils decide on, and why."""
    return decided.said_of_it(asked)


def left_out() -> list[str]:
    """A sentence for each service that is left out, with its reason."""
    rows = answer("service/not_decided").frame.rows(named=True)
    return [f"Left out of what councils decide on: {named(r)} ({r['because']})." for r in rows]


def services_left_out() -> set[str]:
    return decided.services_left_out(asked)
