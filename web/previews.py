"""What a link to a page says of it before the page has run: a title and a finding, plain text.

Messengers, mail programs and search engines read the first HTML and run nothing.
"""

import ast
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from charts.periods import days_in_words
from charts.wording import percent_difference, pounds
from queries import QueryError, ask, edition_key

PAGES = Path(__file__).parents[1] / "pages"
# Where an address was published before the file had its name, as in app.py.
STEMS = {"": "home", "together": "joint_buying"}
FEWEST_PEERS = 3
# Of the address, these alone are looked at; nobody's long text is.
LOOKED_AT = ("council", "measure", "service", "name")
LONGEST = 100
MONEY = "real_per_head"
USUAL = "usual"


class Preview(NamedTuple):
    """`subject` is what the address names (a council, a measure, a supplier), or ""."""

    subject: str
    question: str
    finding: str

    @property
    def title(self) -> str:
        """ "Leeds: how does this council compare with councils like it?" """
        if not self.subject:
            return self.question
        return f"{self.subject}: {self.question[:1].lower()}{self.question[1:]}"


def preview(path: str, address: Mapping[str, str]) -> Preview:
    """Of the page at `path` ("/council"). An address that means nothing gives the page alone.

    Raises EditionMissing or EditionUnknown where there is no edition to read.
    """
    stem = path.strip("/")
    asked = tuple((name, address.get(name, "")[:LONGEST]) for name in LOOKED_AT)
    return _preview(edition_key(), STEMS.get(stem, stem), asked)


@lru_cache(maxsize=2000)
def _preview(_edition: str, stem: str, asked: tuple[tuple[str, str], ...]) -> Preview:
    question = _questions().get(stem, "")
    address = dict(asked)
    council = _council(address["council"])
    if council:
        return Preview(council["name"], question, spending(council))
    for about in ask("measure/about", measure=address["measure"]).rows(named=True):
        return Preview(about["title"], question, f"{about['measure_question']} In {about['unit']}.")
    if stem == "supplier" and address["name"]:
        return _supplier(address["name"], question)
    return Preview("", question, "")


@cache
def _questions() -> dict[str, str]:
    """Stem of the page -> the question it answers: the first line of its file."""
    texts = {path.stem: path.read_text("utf-8") for path in PAGES.glob("*.py")}
    return {stem: ast.get_docstring(ast.parse(text)) or "" for stem, text in texts.items()}


def _council(asked: str) -> dict[str, str] | None:
    """Key, name and sparseness of the council that the address names, by slug or code."""
    plain = asked.strip().lower()
    if not plain:
        return None
    names = {row["slug"]: row for row in ask("council/names").rows(named=True)}
    if plain in names:
        return names[plain]
    codes = dict(ask("council/codes").select("code", "council").iter_rows())
    return next((row for row in names.values() if row["council"] == codes.get(plain)), None)


def payments_held(slug: str) -> bool:
    """Whether payments of the council at this address are held; EditionMissing as above."""
    return _payments_held(edition_key(), slug)


@lru_cache(maxsize=2000)
def _payments_held(_edition: str, slug: str) -> bool:
    council = _council(slug)
    if council is None:
        return False
    return ask("council/payment_publisher", council=council["council"]).height > 0


def spending(council: Mapping[str, object]) -> str:
    """What it spends on what it decides on, beside its usual peers; "" where that is not known."""
    key = str(council["council"])
    years = [row["period"] for row in ask("council/spending_years", council=key).rows(named=True)]
    for period in years[:1]:
        takes = {"council": key, "model": USUAL, "others": []}
        rows = ask("council/spending_beside_peers", **takes, period=period, money=MONEY)
        for row in rows.rows(named=True):
            if row["service"] == "decided" and row["value"] is not None:
                return (
                    f"In {period} {council['name']} spent {pounds(row['value'])} per resident on "
                    f"the services that it decides on{_beside(council, row)}."
                )
    return ""


def _beside(council: Mapping[str, object], row: Mapping[str, float]) -> str:
    if council["sparse"] or row["peers_n"] < FEWEST_PEERS:
        return ""
    more = percent_difference(row["value"], row["peers_median"])
    middle = f"the median of {row['peers_n']} usual peers"
    amount = pounds(row["peers_median"])
    return f", {more} {middle} ({amount})" if more else f"; {middle} is {amount}"


def _supplier(slug: str, question: str) -> Preview:
    try:
        rows = ask("supplier/about", supplier_slug=slug).rows(named=True)
    except QueryError:
        rows = []
    # Names of people are on no page, and in no preview either.
    if not rows or rows[0]["kind"] != "organisation":
        return Preview("", question, "")
    one = rows[0]
    councils = "one council" if one["councils"] == 1 else f"{one['councils']} councils"
    months = days_in_words(f"{one['first_month']} to {one['last_month']}")
    return Preview(
        str(one["name"]),
        question,
        f"{pounds(one['amount_gbp'], short=True)} in {one['payments']:,} published payments from "
        f"{councils}, {months}.",
    )
