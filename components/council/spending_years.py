"""The years of a council's spending returns: the newest comes first, and what lacks is said."""

from collections.abc import Callable
from urllib.parse import urlencode

import streamlit as st

from components.answers import answer
from components.peers.subject import Subject
from components.words.naming import safe
from findings import spending_years

DERIVED = "compiled"
NO_TOTAL = "compiled, no total"
NO_RETURN = "no return"
Row = dict[str, object]


def years(subject: Subject) -> tuple[list[str], str | None]:
    """Every year, newest first, and the one to start with: the newest, whatever its source.

    A year without a return is not stepped over: the page says that there is none.
    """
    periods = [row["period"] for row in _rows(subject)]
    return periods, next(iter(periods), None)


def year_with_total(subject: Subject) -> str | None:
    """The newest year of which all spending is known; None where there is none."""
    return spending_years.year_with_total(_rows(subject))


def shown_year(subject: Subject, period: str | None) -> str | None:
    """The year of the first screen: what was not returned is said, and an older year stands there
    under its own name."""
    return year_with_total(subject) if missing_return(subject, period or "") else period


def year_words(subject: Subject) -> Callable[[str], str]:
    """Period -> how it stands in the list of years, with what to know of it."""
    words = {row["period"]: _words(row) for row in _rows(subject)}
    return lambda period: words[period]


def missing_return(subject: Subject, period: str) -> str | None:
    """A sentence for the top of the page where the year has no return, and which year has one."""
    if not spending_years.lacks_a_return(_rows(subject), period):
        return None
    newest = year_with_total(subject)
    words = spending_years.without_return(safe(subject.name), period)
    return f"{words} The newest year with figures is {_link(newest)}." if newest else words


def _link(period: str) -> str:
    """The same page for another year, all other choices kept."""
    return f"[{period}](council?{urlencode({**st.query_params, 'year': period})})"


def _words(row: Row) -> str:
    if row["status"] == "derived":
        return f"{row['period']} ({DERIVED})"
    if row["derived"]:
        return f"{row['period']} ({NO_TOTAL})"
    return row["period"] if row["status"] == "published" else f"{row['period']} ({NO_RETURN})"


def _rows(subject: Subject) -> list[Row]:
    return answer("council/spending_years", council=subject.key).frame.rows(named=True)
