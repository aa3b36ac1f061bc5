"""What a search found: the sums that every figure of the page is cut from, and a sentence."""

from dataclasses import dataclass
from urllib.parse import urlencode

import polars as pl
import streamlit as st

from charts.months import span_words
from charts.wording import count_words, pounds
from components.answers import Answer, answer
from components.ledger import coverage
from components.payments.search_request import Asked
from components.words.naming import safe
from queries.searching import MOST_LOOKED_AT, WITH, WITHOUT, Search, takes, way, write

OF_NAME = ("supplier_words", "supplier_slug")
OF_SUMS = ("councils", "service", "category", "first", "last", "cards")
TOO_MANY = (
    "This search would look at {} payments one by one, which takes too long for a page. Choose a "
    "council, fewer months or a longer part of the supplier’s name, or take all of them below."
)


@dataclass(frozen=True)
class Found:
    """`sums` is None when the search is too wide; `way` leads to the single payments.

    `held` and `months` are of the councils that the search is about.
    """

    asked: Asked
    sums: Answer | None
    held: Answer
    months: Answer
    way: str
    looked_at: int
    has_suppliers: bool
    # Only names nearly like the one that was asked for.
    near: bool = False

    @property
    def held_in(self) -> pl.DataFrame:
        """Rows of `held` with the months that the search asks for."""
        search = self.asked.search
        return coverage.within(self.held.frame, self.months.frame, search.first, search.last)

    @property
    def listed(self) -> bool:
        """Whether single payments can be shown."""
        return self.looked_at <= MOST_LOOKED_AT

    @property
    def takes(self) -> dict[str, object]:
        return takes(self.asked.search, self.asked.offered)

    def part(self, name: str) -> Answer:
        """The sums by month, council, service, category or supplier; "all" is one row."""
        return Answer(
            self.sums.name, self.sums.takes, self.sums.frame.filter(pl.col("part") == name)
        )

    @property
    def payments(self) -> int:
        return self.part("all").frame["payments"].sum()

    @property
    def amount_gbp(self) -> float:
        return self.part("all").frame["amount_gbp"].sum()


def find(asked: Asked) -> Found:
    search = asked.search
    given = takes(search, asked.offered)
    councils = given["councils"]
    chosen, looked_at, near = _way(search, given)
    sums, has_suppliers = _sums(asked, given, chosen, looked_at)
    return Found(
        asked,
        sums,
        coverage.held_of(councils),
        coverage.months_of(councils),
        chosen,
        looked_at,
        has_suppliers,
        near,
    )


def _way(search: Search, given: dict[str, object]) -> tuple[str, int, bool]:
    """The cheapest way, how many payments it looks at, and whether only names nearly like it are
    found. Who sells is looked up only where a supplier is asked for."""
    place = {name: given[name] for name in ("councils", "first", "last")}
    if not search.names_suppliers:
        held = answer("payments/reach_of_places", **place).one()["payments"]
        return *way(search, by_place=held, by_supplier=0), False
    of_name = {name: given[name] for name in OF_NAME}
    reach = answer("payments/reach", **of_name, **place).one()
    found = way(search, by_place=reach["by_place"], by_supplier=reach["by_supplier"])
    return *found, reach["near"]


def _sums(asked: Asked, given: dict, chosen: str, looked_at: int) -> tuple[Answer | None, bool]:
    """The sums, and whether suppliers are among them.

    Sums that are kept answer where they can. Those by month have suppliers of whole financial
    years, with cards and without alike; those by words have them always, and are more to look at.
    """
    search = asked.search
    whole_years = (search.first is None or search.first.month == 4) and (
        search.last is None or search.last.month == 3
    )
    kept_suppliers = whole_years and search.cards == WITH
    within = looked_at <= MOST_LOOKED_AT
    if search.needs_payments:
        return (answer("payments/found", way=chosen, **given) if within else None), True
    by_words = {name: given[name] for name in (*OF_SUMS, "words_like")}
    if search.names_suppliers:
        of_name = {name: given[name] for name in OF_NAME}
        return answer("payments/found_of_suppliers", **of_name, **by_words), True
    if search.words or (within and not kept_suppliers):
        return answer("payments/found_in_sums", **by_words), True
    sums = answer(
        "payments/sums",
        **{name: given[name] for name in OF_SUMS},
        first_year=_year(search.first),
        last_year=_year(search.last),
        suppliers=kept_suppliers,
    )
    return sums, kept_suppliers


def _year(month) -> str | None:
    if month is None:
        return None
    start = month.year - (month.month < 4)
    return f"{start}-{(start + 1) % 100:02d}"


def say(found: Found) -> bool:
    """The finding in a sentence, and what is not comparable; False when nothing was found."""
    if found.sums is None:
        st.info(TOO_MANY.format(f"{found.looked_at:,}"))
        return False
    if not found.payments:
        st.info(
            "No payment that is held matches this search. Names of private persons are masked and "
            "cannot be found. "
            + coverage.held_words(found.held_in)
            + " Take a part of the search away, or choose other words."
        )
        return False
    st.markdown(" ".join([*_near(found), _finding(found), *_many_suppliers(found)]))
    st.markdown(_not_comparable(found))
    return True


def _near(found: Found) -> list[str]:
    """That the name that was asked for is nobody's, where only names nearly like it were found."""
    asked = safe(found.asked.search.supplier)
    return [f"Nobody is called “{asked}”; found by a name spelled nearly so:"] if found.near else []


def _finding(found: Found) -> str:
    councils = found.part("council").frame
    months = found.part("month").frame.filter(pl.col("key") != "none")["key"]
    sums = f"{count_words(found.payments, 'payment')}, {pounds(found.amount_gbp, short=True)}"
    of_found = found.held.frame.filter(pl.col("council").is_in(councils["key"].to_list()))
    who = safe(councils["name"][0]) if councils.height == 1 else coverage.bodies_words(of_found)
    words = f"**{sums}** by {who}"
    suppliers = found.part("supplier").frame
    if suppliers.height:
        words += f" to {count_words(suppliers['parts'][0], 'supplier')}"
    if months.len():
        first, last = (pl.Series([one]).str.to_date()[0] for one in (months.min(), months.max()))
        words += f", dated {span_words(first, last)}"
    return words + "."


def _many_suppliers(found: Found) -> list[str]:
    """That words of a name are not yet a supplier."""
    suppliers, words = found.part("supplier").frame, found.asked.search.supplier
    if not words or suppliers.height < 2:
        return []
    address = f"payments?{urlencode(write(found.asked.search) | {'section': 'suppliers'})}"
    table = f"the list of [suppliers]({address}) leads to each alone."
    if found.near:
        return [table[0].upper() + table[1:]]
    return [f"“{safe(words)}” stands in a name of each of them, or begins a word of it: {table}"]


def _not_comparable(found: Found) -> str:
    frame = found.held_in
    told = [coverage.held_words(frame), coverage.threshold_words(frame)]
    if frame.height == 1:
        told += [
            coverage.cards_words(frame),
            coverage.other_months_words(_in_other_months(found)),
            coverage.repeats_words(frame),
        ]
    return " ".join(safe(one) for one in told if one)


def _in_other_months(found: Found) -> int:
    """Payments of the only council that are dated in months of which neither its invoices nor, of
    what the search asks for, its purchases by card are held.

    Of cards the first and the last month are known here: months between them count as held.
    """
    held = found.held.frame.row(0, named=True)
    first, last = held["first_card_month"], held["last_card_month"]
    dated = found.part("month").frame.with_columns(month=pl.col("key").str.to_date(strict=False))
    others = dated.drop_nulls("month").filter(
        ~pl.col("month").is_in(found.months.frame["month"].to_list())
    )
    if held["card_months"] and found.asked.search.cards != WITHOUT:
        others = others.filter(~pl.col("month").is_between(first, last))
    return int(others["payments"].sum())
