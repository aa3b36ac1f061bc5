"""A search for payments: read from an address and checked, written back, handed to queries.

The page and the download read the same address here, so they cannot mean different payments.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import isfinite

LONGEST = 200  # characters of words that are looked for
MOST_GBP = 1e12
# Payments that a page may look at one by one: all of the published files so far. More than that
# and a reader would wait.
MOST_LOOKED_AT = 12_000_000
UNKNOWN = "none"  # payments whose words do not tell a service or category
WITH, WITHOUT, ONLY = "with", "without", "only"
ADDRESS = (
    "supplier",
    "paid",
    "council",
    "service",
    "category",
    "from",
    "to",
    "least",
    "most",
    "words",
    "cards",
    "credits",
)
WORDS_READ = 4
# What people type for a name that councils write out.
NICKNAMES = {"m&s": "marks spencer", "pwc": "pricewaterhousecoopers", "e&y": "ernst"}
JOINING = {"&", "and", "+", "-"}
_MONTH = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True)
class Search:
    """`councils` are slugs, `first` and `last` first days of months, amounts in pounds.

    `supplier` is words of a name, `paid` the slug of one supplier, `words` those of a description.
    """

    supplier: str = ""
    paid: str = ""
    councils: tuple[str, ...] = ()
    service: str = ""
    category: str = ""
    first: date | None = None
    last: date | None = None
    least: float | None = None
    most: float | None = None
    words: str = ""
    cards: str = WITH
    credits: str = WITH

    @property
    def names_suppliers(self) -> bool:
        return bool(self.supplier or self.paid)

    @property
    def needs_payments(self) -> bool:
        """Whether no sums can answer: single payments must be looked at."""
        return self.least is not None or self.most is not None or self.credits != WITH


@dataclass(frozen=True)
class Offered:
    """What a search can name: slug -> key of the councils held, and keys."""

    councils: Mapping[str, str]
    services: Collection[str]
    categories: Collection[str]


def read(address: Mapping[str, str], offered: Offered) -> tuple[Search, list[str]]:
    """The search that an address asks for, and what of it leads nowhere, by its name.

    What is refused is left out of the search.
    """
    wrong: list[str] = []
    councils = _councils(address.get("council", ""), offered, wrong)
    first, last = (_month(address, name, wrong) for name in ("from", "to"))
    if first and last and first > last:
        wrong += ["from", "to"]
        first = last = None
    least, most = (_amount(address, name, wrong) for name in ("least", "most"))
    if least is not None and most is not None and least > most:
        wrong += ["least", "most"]
        least = most = None
    found = Search(
        supplier=_text(address, "supplier", wrong),
        paid=_text(address, "paid", wrong),
        councils=councils,
        service=_one_of(address, "service", [*offered.services, UNKNOWN], wrong),
        category=_one_of(address, "category", [*offered.categories, UNKNOWN], wrong),
        first=first,
        last=last,
        least=least,
        most=most,
        words=_text(address, "words", wrong),
        cards=_one_of(address, "cards", [WITH, WITHOUT, ONLY], wrong) or WITH,
        credits=_one_of(address, "credits", [WITH, WITHOUT, ONLY], wrong) or WITH,
    )
    return found, wrong


def write(search: Search) -> dict[str, str]:
    """The address of a search: only what narrows it."""
    said = {
        "supplier": search.supplier,
        "paid": search.paid,
        "council": ",".join(search.councils),
        "service": search.service,
        "category": search.category,
        "from": f"{search.first:%Y-%m}" if search.first else "",
        "to": f"{search.last:%Y-%m}" if search.last else "",
        "least": _number(search.least),
        "most": _number(search.most),
        "words": search.words,
        "cards": "" if search.cards == WITH else search.cards,
        "credits": "" if search.credits == WITH else search.credits,
    }
    return {name: text for name, text in said.items() if text}


def way(search: Search, *, by_place: int, by_supplier: int) -> tuple[str, int]:
    """The cheapest way to the payments of a search, and how many it has to look at.

    `by_place` payments are in its councils and months, `by_supplier` are of its suppliers.
    """
    if search.names_suppliers and by_supplier <= by_place:
        return "by_supplier", by_supplier
    return "by_place", by_place


def takes(search: Search, offered: Offered) -> dict[str, object]:
    """The parameters that the queries about payments share."""
    return {
        "supplier_words": name_words(search.supplier) or None,
        "supplier_slug": search.paid or None,
        "councils": [offered.councils[slug] for slug in search.councils] or None,
        "service": search.service or None,
        "category": search.category or None,
        "first": search.first and search.first.isoformat(),
        "last": search.last and search.last.isoformat(),
        "least_gbp": search.least,
        "most_gbp": search.most,
        "words_like": pattern(search.words),
        "cards": search.cards,
        "credits": search.credits,
    }


def name_words(text: str) -> list[str]:
    """The words of a supplier's name to look for; the longest ones where there are many."""
    text = re.sub(r"\b([a-z]) *& *([a-z])\b", r"\1&\2", text.strip(), flags=re.I)
    text = re.sub(r"(\w{2,})&(\w{2,})", r"\1 & \2", text)
    text = NICKNAMES.get(text.lower(), text)
    said = [word for word in dict.fromkeys(re.split(r"\s+", text)) if word]
    # "Marks & Spencer", "Marks and Spencer", "Marks&Spencer": what joins words is written anyhow.
    words = [word for word in said if word.lower() not in JOINING] or said
    if len(words) <= WORDS_READ:
        return words
    kept = sorted(words, key=len, reverse=True)[:WORDS_READ]
    return [word for word in words if word in kept]


def pattern(words: str) -> str | None:
    """Words in this order with anything between them, for ILIKE with the escape sign ^."""
    escaped = [re.sub(r"([%_^])", r"^\1", word) for word in words.split()]
    return f"%{'%'.join(escaped)}%" if escaped else None


def without(search: Search, name: str, council: str = "") -> Search:
    """The search without one of its parts, named as in the address; of councils, without one."""
    if name == "council":
        return replace(search, councils=tuple(one for one in search.councils if one != council))
    field = {"from": "first", "to": "last"}.get(name, name)
    return replace(search, **{field: getattr(Search(), field)})


def _text(address: Mapping[str, str], name: str, wrong: list[str]) -> str:
    plain = " ".join(_CONTROL.sub(" ", address.get(name, "")).split())
    if len(plain) > LONGEST:
        wrong.append(name)
        return ""
    return plain


def _one_of(
    address: Mapping[str, str], name: str, offered: Collection[str], wrong: list[str]
) -> str:
    said = address.get(name, "")
    if said and said not in offered:
        wrong.append(name)
        return ""
    return said


def _councils(text: str, offered: Offered, wrong: list[str]) -> tuple[str, ...]:
    """Slugs, as they are written; a council's code is taken for it too."""
    slugs = {key: slug for slug, key in offered.councils.items()}
    parts = [part.strip() for part in text.split(",") if part.strip()]
    named = list(dict.fromkeys(slugs.get(part.upper(), part) for part in parts))
    known = tuple(slug for slug in named if slug in offered.councils)
    if len(known) < len(named):
        wrong.append("council")
    return known


def _month(address: Mapping[str, str], name: str, wrong: list[str]) -> date | None:
    said = address.get(name, "")
    if not said:
        return None
    if found := _MONTH.fullmatch(said):
        return date(int(found[1]), int(found[2]), 1)
    wrong.append(name)
    return None


def _amount(address: Mapping[str, str], name: str, wrong: list[str]) -> float | None:
    said = address.get(name, "")
    if not said:
        return None
    try:
        number = float(said) if len(said) <= 20 else float("nan")
    except ValueError:
        number = float("nan")
    if not isfinite(number) or abs(number) > MOST_GBP:
        wrong.append(name)
        return None
    return round(number, 2)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")
