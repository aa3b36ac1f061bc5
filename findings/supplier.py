"""Who a supplier is, what councils paid it and what of that is held. Plain text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from charts.inside_sentence import inside
from charts.months import span_words
from charts.wording import count_words, pounds

Row = Mapping[str, Any]
DIFFERENT = (
    "Councils are held for different months and from different amounts on: who paid more cannot be "
    "told from sums alone."
)
IN_FULL = (
    "A period counts as held in full when the files of all these councils are held for each of its "
    "months"
)
PARTLY = f"{IN_FULL}; it is hatched where some are missing."
READ = (
    "Services and categories are read from the councils’ own words by rules; what the words do not "
    "tell is left as such."
)
MEANING = f"{READ} Each reading is in the table of words."
LINKED = (
    "Councils write one supplier in many ways. Each spelling below was taken for this supplier by "
    "the rule and for the reason beside it; the published name itself is kept as it was. How often "
    "such links are right was measured on names judged by hand: `docs/suppliers.md`, which comes "
    "with the program, tells."
)
GROUP = (
    "Taken together by how their names begin, from a list that was read; no register was asked. "
    "Each company keeps its own sums and page."
)
UNTOLD = "The words do not tell"
NUMBER = (
    "Company number {}: a council published it beside its payments. Nobody compared it with the "
    "register of companies."
)
NO_NUMBER = "No council published a company number beside its payments."


@dataclass(frozen=True)
class Hidden:
    """Payments that are added up under no name: what they are, in a title and a few sentences."""

    title: str
    what: str


HIDDEN = {
    "person": Hidden(
        "Payments to private persons",
        "These are payments to many different people: carers, foster parents, people who buy their "
        "own care, artists, sole traders under their own name. Where a published name looks like "
        "that of a private person it is masked before anything is written here, by one rule for "
        "all councils. So these payments are added up, to keep every total whole, and nobody can "
        "be looked up. The rule can err on either side: a small firm named after its owner may be "
        "in here.",
    ),
    "redacted": Hidden(
        "Payments whose names councils withheld",
        "In place of a name the council published a word such as “REDACTED”, mostly to protect "
        "people in its care or confidential contracts. These are payments to many different people "
        "and organisations. They are added up, to keep every total whole, and nobody can be looked "
        "up.",
    ),
    "none": Hidden(
        "Payments published without a name",
        "The council published the payment and left the name empty. These are payments to many "
        "different people and organisations, added up to keep every total whole. Who was paid "
        "only the council can say.",
    ),
}


@dataclass(frozen=True)
class Supplier:
    """`about` is the row of supplier/about."""

    about: Row

    @property
    def number(self) -> int:
        return int(self.about["supplier"])

    @property
    def slug(self) -> str:
        return str(self.about["slug"])

    @property
    def hidden(self) -> Hidden | None:
        return HIDDEN.get(self.about["kind"])

    @property
    def name(self) -> str:
        return self.hidden.title if self.hidden else str(self.about["name"])

    @property
    def period(self) -> str:
        first, last = self.about["first_month"], self.about["last_month"]
        return span_words(first, last) if first else "months not known"


def paid_words(one: Supplier) -> str:
    """Begins with the sum; says of how many councils payments are held at all."""
    about = one.about
    when = f", {one.period}" if about["first_month"] else ""
    held = count_words(about["councils_held"], "council")
    return (
        f"{sum_words(one)} in {count_words(about['payments'], 'payment')} by "
        f"{count_words(about['councils'], 'council')}{when}. Payments of {held} are held here: "
        "what is not held is missing, not zero."
    )


def sum_words(one: Supplier) -> str:
    return pounds(one.about["amount_gbp"], short=True)


def number_words(one: Supplier) -> str:
    number = one.about["company_number"]
    return NUMBER.format(number) if number else NO_NUMBER


def spellings_words(one: Supplier) -> str:
    """Without its full stop: a page has a link after it."""
    names = int(one.about["names"])
    return "Councils write its name in " + ("one way" if names == 1 else f"{names} ways")


def by_category(purposes: pl.DataFrame) -> pl.DataFrame:
    """Rows of supplier/purposes by category, the largest sum first: category_name, amount_gbp."""
    return (
        purposes.with_columns(pl.col("category_name").fill_null(UNTOLD))
        .group_by("category_name", maintain_order=True)
        .agg(pl.col("amount_gbp").sum())
        .sort("amount_gbp", descending=True, maintain_order=True)
    )


def usual_words(rows: Sequence[Row]) -> str:
    """What most councils pay it for, and what most of the money was for where that is another.

    Rows of supplier/usual; "" without any.
    """
    if not rows:
        return ""
    usual, most = rows[0], max(rows, key=lambda row: row["amount_gbp"])
    words = f"Most often it is paid for {_of_kind(usual)}: {_counts(usual)}."
    if most["category"] == usual["category"]:
        return words
    money = pounds(most["amount_gbp"], short=True)
    return f"{words} Most of the money, {money}, was for {_of_kind(most)}: {_counts(most)}."


def _of_kind(row: Row) -> str:
    return inside(str(row["category_name"]))


def _counts(row: Row) -> str:
    payments = count_words(row["payments"], "payment")
    return f"{payments} of {count_words(row['councils'], 'council')}"
