"""The answer for one council before anything else: who got most, and beside which accounts."""

import streamlit as st

from charts.wording import joined, pounds
from components.answers import answer
from components.ledger.running_expenses import ratio_words
from components.payments.finding import Found
from components.payments.search_request import year_of
from components.words.naming import safe
from queries.searching import WITH, Search

NAMED = 5


def answered(found: Found) -> None:
    """For a search that is one council’s, of every month held or of one financial year."""
    search = found.asked.search
    if len(search.councils) != 1 or _asks_for_a_part(search):
        return
    # Accounts are of invoices and cards together.
    accounts = _accounts(found, search) if search.cards == WITH else []
    said = [*_largest(found), *accounts]
    if said:
        st.markdown(" ".join(said))


def _asks_for_a_part(search: Search) -> bool:
    """Whether it is about some of the council’s payments: no largest of it, and no accounts."""
    told = (search.service, search.category, search.words, search.needs_payments)
    return search.names_suppliers or any(told)


def _largest(found: Found) -> list[str]:
    rows = found.part("supplier").frame.head(NAMED).rows(named=True)
    if len(rows) < 2:
        return []
    each = [
        f"[{safe(row['name'])}](supplier?name={row['slug']}) "
        f"({safe(pounds(row['amount_gbp'], short=True))})"
        for row in rows
    ]
    return [f"Most went to {joined(each)}."]


def _accounts(found: Found, search: Search) -> list[str]:
    """Of the year that is asked for, else the newest that is held whole and has accounts."""
    council = found.asked.offered.councils[search.councils[0]]
    rows = answer("council/payments_ratio", council=council).frame.rows(named=True)
    year = year_of(search)
    if year:
        rows = [row for row in rows if row["period"] == year]
    elif search.first or search.last:
        return []
    return [f"In {rows[0]['period']}: {ratio_words(rows[0])}"] if rows else []
