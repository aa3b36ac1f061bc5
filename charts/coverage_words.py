"""What is held of the councils' payments, in sentences that stand beside every sum. Plain text.

Frame, one row per council: `name`, `first_month`, `last_month`, `months` (held), `missing` (between
the first and the last), `card_months`, `first_card_month`, `last_card_month`, `cards_only`,
`repeated`, `repeated_gbp`, `payments`, `amount_gbp`, `threshold_gbp`, `class`. Months are those of
invoices.
"""

from datetime import date
from typing import Any

import polars as pl

from charts.months import span_words
from charts.wording import count_words, joined, pounds

SHOWN = 4  # councils that a sentence names
CARDS = (
    "Purchases by card are counted once more where a council also publishes the bill of the card: "
    "leave cards out to add up invoices alone."
)
NOT_ALL = (
    "Councils publish payments above a threshold only, leave out salaries and most payments to "
    "residents, and differ in what they count: sums are what was published, not all that was spent."
)
CREDITS = "Credits and corrections are amounts below zero and are taken off the sums."
VAT = "Amounts are cash, without VAT where the council says so."
MASKED = (
    "Names that look like private persons are replaced by “Private person (name withheld)”; names "
    "that a council withheld stay withheld. The place in the council’s own file is kept."
)


def held_words(held: pl.DataFrame) -> str:
    """How many councils and months, and how many months are missing."""
    if held.is_empty():
        return "No payments are held."
    first, last = held.select(pl.min("first_month"), pl.max("last_month")).row(0)
    months, missing = (int(held[name].sum()) for name in ("months", "missing"))
    if held.height == 1:
        words = f"{_what_of(held.row(0, named=True))} {_months_words(months, first, last)}"
    else:
        words = f"Payments of {bodies_words(held)} are held, {span_words(first, last)}: together "
        words += f"{count_words(months, 'month')} of payments"
    if missing:
        lacking = f"for {count_words(missing, 'month')} there is no file"
        return f"{words}; {lacking}, which is not zero spending."
    return f"{words}, with no month missing." if months > 1 else f"{words}."


def _what_of(one: dict[str, Any]) -> str:
    """Which stream is held of a council; the other, if there is one, stands in `cards_words`."""
    if one["cards_only"]:
        return f"Of {one['name']} purchases by card alone are held, for"
    what = "Invoices" if one["card_months"] else "Payments"
    return f"{what} of {one['name']} are held for"


def _months_words(months: int, first: date, last: date) -> str:
    """1 month, June 2020; 6 months from October 2020 to March 2022."""
    how = "," if first == last else " from"
    return f"{count_words(months, 'month')}{how} {span_words(first, last)}"


def cards_words(held: pl.DataFrame) -> str:
    """Of whom purchases by card are held beside invoices, and of whom alone; "" for nobody."""
    alone = held.filter("cards_only")["name"].to_list()
    beside = held.filter(pl.col("card_months").gt(0) & ~pl.col("cards_only"))
    if held.height == 1:
        return "".join(_own_cards(row) for row in beside.rows(named=True))
    words = []
    if beside.height:
        months = count_words(int(beside["card_months"].sum()), "month")
        who = joined(beside["name"].to_list()) if beside.height <= SHOWN else bodies_words(beside)
        words.append(f"Purchases by card are held apart, for {months} of {who}")
    if alone:
        who = joined(alone) if len(alone) <= SHOWN else count_words(len(alone), "council")
        words.append(f"Of {who} purchases by card are all that is held")
    return " ".join(f"{one}." for one in words)


def _own_cards(one: dict[str, Any]) -> str:
    span = one["first_card_month"], one["last_card_month"]
    return f"Purchases by card are held apart, for {_months_words(one['card_months'], *span)}."


def other_months_words(payments: int) -> str:
    """That some payments are dated in months of which no file is held; "" where none are."""
    if not payments:
        return ""
    verb = "is" if payments == 1 else "are"
    return (
        f"{count_words(payments, 'payment')} of these {verb} dated in other months: a month’s "
        "file also holds some of months before and after it."
    )


def repeats_words(held: pl.DataFrame) -> str:
    """How many rows repeat another exactly, with both sums; "" where none do."""
    again = int(held["repeated"].sum())
    if not again:
        return ""
    paid, twice = (float(held[name].sum()) for name in ("amount_gbp", "repeated_gbp"))
    all_of_it, once = pounds(paid, short=True), pounds(paid - twice, short=True)
    # Two sums that are rounded to the same words tell nothing.
    without = f"{pounds(twice, short=True)} less" if once == all_of_it else once
    return (
        f"{again:,} of {int(held['payments'].sum()):,} payments repeat another row of their file "
        f"in every word: {all_of_it} as published, {without} without them. They are counted, for "
        "many are real."
    )


def bodies_words(held: pl.DataFrame) -> str:
    """14 councils; 14 councils and other bodies, where a police force or the like is among them."""
    others = " and other bodies" if (held["class"] == "other").any() else ""
    return count_words(held.height, "council") + (others if held.height > 1 else "")


def threshold_words(held: pl.DataFrame) -> str:
    """From which amount on each council publishes."""
    known = held.filter(pl.col("threshold_gbp").is_not_null())
    if held.height == known.height == 1:
        return f"Payments are published from £{known['threshold_gbp'][0]:,} on."
    said = []
    for (least,), rows in sorted(known.partition_by("threshold_gbp", as_dict=True).items()):
        names = rows["name"].to_list()
        who = joined(names) if len(names) <= SHOWN else count_words(len(names), "council")
        said.append(f"£{least:,} ({who})")
    unknown = held.height - known.height
    if not said:
        return "It is not known from which amount on payments are published."
    words = f"Payments are published from {joined(said)} on"
    return (
        f"{words}; of {count_words(unknown, 'council')} it is not known."
        if unknown
        else f"{words}."
    )


def caveats(held: pl.DataFrame) -> list[str]:
    """What belongs beside every figure of payments of these councils.

    What is odd about a single council's files stands with its source.
    """
    said = [held_words(held), cards_words(held), repeats_words(held), threshold_words(held)]
    return [one for one in (*said, NOT_ALL, CREDITS, CARDS, VAT, MASKED) if one]
