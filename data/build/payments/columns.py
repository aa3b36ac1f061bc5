"""Which column holds which field: by the header's words, held against the column's values."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from data.build.payments.private_columns import is_private
from data.build.payments.result import Refused
from data.build.payments.shapes import Shape
from data.build.payments.vocabulary import (
    NOT_SUPPLIER,
    WITH_VAT,
    WITHOUT_VAT,
    may_be_amount,
    meanings,
    plain,
)

TEXTS = {"supplier", "body", "department", "purpose", "category"}
# Up to this score a header may name the payer as well as the paid.
VAGUE = 60
WORDED = {"department", "purpose", "category", "expense_code"}

DEBIT = re.compile(r"(?:debit|debits|dr)(?: amount| value| £| gbp)*")
CREDIT = re.compile(r"(?:credit|credits|cr)(?: amount| value| £| gbp)*")
# Names of months are no words for what is bought.
OF_TIME = re.compile(r"\b(?:year|month|quarter|period|week)\b")
SIGN = re.compile(
    r"(?:dr|debit|d|cr|credit|c)(?: or)? (?:dr|debit|d|cr|credit|c)(?: .*)?|sign|credit indicator"
)
PRICE = re.compile(r"price(?: £| gbp)*")
QUANTITY = re.compile(r"quantity(?: .*)?|qty|no of (?:units|items)|units|number of (?:units|items)")
NAMELESS = {"department", "category", "body", "expense_code", "capital_revenue", "creditor_type"}


@dataclass
class Columns:
    """Place (0-based) of each field, its name as published, and doubts as (share, sentence).

    ``words``: places of further columns that say what a payment is for. ``pence``: the amounts are
    whole pence.
    """

    places: dict[str, int] = field(default_factory=dict)
    words: list[int] = field(default_factory=list)
    pence: bool = False
    names: dict[str, str] = field(default_factory=dict)
    doubts: list[tuple[float, str]] = field(default_factory=list)


def columns_of(header: list[str], shapes: list[Shape], hidden: Sequence[int] = ()) -> Columns:
    """Give the most telling column to each field; what no header settles, the values may.

    A column that its publisher has hidden is read only where no other has its field, and neither
    it nor one of personal or banking details is among the further words.
    """
    header = header + [""] * (len(shapes) - len(header))
    found = Columns()
    claims = (
        (score - 60 * (place in hidden), name, place)
        for score, name, place in _claims(header, shapes)
        if place not in hidden or name in ("amount", "date", "supplier")
    )
    for score, name, place in sorted(claims, key=lambda c: (-c[0], c[2])):
        if score > 0 and name not in found.places and place not in found.places.values():
            found.places[name] = place
            found.names[name] = " ".join(header[place].split())
    _by_values(found, header, shapes)
    _find_words(found, header, shapes, hidden)
    _note_claims(found, header, shapes)
    _note_dates(found, header, shapes)
    _note_amounts(found, header, shapes)
    return found


def _claims(header: list[str], shapes: list[Shape]):
    called = {plain(cell) for cell in header}
    counted = any(QUANTITY.fullmatch(word) for word in called)
    for place, (cell, shape) in enumerate(zip(header, shapes, strict=False)):
        for name, score in meanings(cell).items():
            # A price beside a quantity is that of one piece.
            if name == "amount" and counted and PRICE.fullmatch(plain(cell)):
                continue
            if name == "supplier" and score <= VAGUE and _says_one_thing(shape):
                # The company of a report's every row is the council's own.
                continue
            # Agresso's column of text, marked (T), stands beside that of codes.
            code = name in TEXTS and f"{plain(cell)} t" in called
            yield score + _support(name, shape) - 60 * code, name, place


def _says_one_thing(shape: Shape) -> bool:
    return shape.filled >= 10 and round(shape.distinct * shape.filled) == 1


def _support(name: str, shape: Shape) -> float:
    """How the values speak for a field: -200 is a veto."""
    if name == "amount":
        if not shape.filled or shape.amount < 0.5 or shape.day - shape.serial > 0.5:
            return -200
        return 10 * shape.amount - 30 * (shape.filled < 3)
    if name == "date":
        return -200 if shape.filled and shape.day < 0.3 else 10 * shape.day
    if name in TEXTS:
        if not shape.filled:
            return -60
        if shape.day - shape.serial > 0.8:
            return -200
        return -50 if shape.text < 0.5 and shape.amount > 0.5 else 0
    return 0


def _by_values(found: Columns, header: list[str], shapes: list[Shape]) -> None:
    """Find date, amount and supplier by their values alone where no header names them."""
    for name, worth in (("date", _as_date), ("amount", _as_amount), ("supplier", _as_supplier)):
        if name in found.places:
            continue
        free = [
            place
            for place in range(len(shapes))
            if place not in found.places.values() and _may_be(name, header[place], header)
        ]
        ranked = sorted(((worth(shapes[place]), -place) for place in free), reverse=True)
        if not ranked or ranked[0][0] <= 0:
            continue
        found.places[name] = -ranked[0][1]
        found.names[name] = f"column {1 - ranked[0][1]}"
        rival = len(ranked) > 1 and ranked[1][0] > 0.6 * ranked[0][0]
        if name == "amount" and len(ranked) > 1 and ranked[1][0] > 0.2 * ranked[0][0]:
            either = " or ".join(f"{1 - place}" for worth, place in ranked[:2])
            raise Refused(f"no header names the amounts, which may be in column {either}")
        called = header[-ranked[0][1]].strip()
        # A name that means something else weighs more than no name.
        unlike = name != "date" and bool(called)
        found.doubts.append(
            (
                0.4 if rival or unlike else 0.15,
                f"no header names the {name}: taken from the values of column {1 - ranked[0][1]}"
                + (f", {called!r}" if called else ""),
            )
        )


def _may_be(name: str, cell: str, header: list[str]) -> bool:
    """Whether a header's words leave open that its column is the amount or the supplier."""
    words = plain(cell)
    if name == "amount":
        priced = PRICE.fullmatch(words) and any(QUANTITY.fullmatch(plain(one)) for one in header)
        return may_be_amount(words) and not priced
    if name == "supplier":
        told = meanings(cell)
        best = max(told, key=lambda field: told[field], default="")
        return best not in NAMELESS and not NOT_SUPPLIER.search(words)
    return True


def _find_words(
    found: Columns, header: list[str], shapes: list[Shape], hidden: Sequence[int]
) -> None:
    """Further columns of repeating words (service division, cost centre, detailed type)."""
    for place, (cell, shape) in enumerate(zip(header, shapes, strict=False)):
        named = meanings(cell)
        if place in found.places.values() or not cell.strip() or set(named) - WORDED:
            continue
        if place in hidden or is_private(cell) or OF_TIME.search(plain(cell)):
            continue
        # Free text and names do not repeat so much: they stay out.
        most = 0.6 if named else 0.1 if shape.firm > 0.5 else 0.3
        if shape.filled and shape.text > 0.5 and shape.distinct < most:
            found.words.append(place)
    if found.words:
        found.names["detail"] = " | ".join(" ".join(header[at].split()) for at in found.words)


def _note_claims(found: Columns, header: list[str], shapes: list[Shape]) -> None:
    """Say which columns a header calls dates, debits or credits and that are not read so."""
    left = {place: cell for place, cell in enumerate(header) if place not in found.places.values()}
    debit = DEBIT.fullmatch(plain(found.names.get("amount", "")))
    for place, cell in left.items():
        if "date" not in found.places and meanings(cell).get("date", 0) >= 90:
            found.doubts.append((0.1, f"column {place + 1}, {cell.strip()!r}, holds no dates"))
        if SIGN.fullmatch(plain(cell)):
            found.places["sign"], found.names["sign"] = place, cell.strip()
        if not CREDIT.fullmatch(plain(cell)) or not shapes[place].filled:
            continue
        if debit and shapes[place].amount > 0.5:
            found.places["credit"], found.names["credit"] = place, cell.strip()
            said = f"amounts are debits less credits: {found.names['amount']!r}, {cell.strip()!r}"
            found.doubts.append((0.03, said))
        else:
            said = (
                f"column {place + 1}, {cell.strip()!r}, is not read: the amounts may be in two "
                "columns"
            )
            found.doubts.append((0.6, said))


def _note_dates(found: Columns, header: list[str], shapes: list[Shape]) -> None:
    """Say which of several columns of dates is taken."""
    if "date" not in found.places:
        return
    name = found.names["date"]
    others = [
        (meanings(cell).get("date", 0), " ".join(cell.split()))
        for place, (cell, shape) in enumerate(zip(header, shapes, strict=False))
        if place not in found.places.values() and shape.day - shape.serial > 0.5 and cell.strip()
    ]
    if not others:
        return
    said = ", ".join(repr(other) for _, other in others)
    rival = max(others)[0] >= meanings(name).get("date", 0)
    found.doubts.append((0.1 if rival else 0.0, f"dates are from {name!r}, not from {said}"))


def _note_amounts(found: Columns, header: list[str], shapes: list[Shape]) -> None:
    """Say which of several columns of money is taken, and whether it is with VAT."""
    if "amount" not in found.places:
        return
    name = found.names["amount"]
    score = meanings(name).get("amount", 0)
    others, rivals = [], []
    for place, (cell, shape) in enumerate(zip(header, shapes, strict=False)):
        if place in found.places.values() or shape.amount < 0.5 or shape.day > 0.5:
            continue
        worth = meanings(cell).get("amount", 0)
        if worth:
            (rivals if worth >= score else others).append(" ".join(cell.split()))
        elif re.search(r"\bvat\b", plain(cell)) and not re.search(
            r"\b(?:no|code|rate)", plain(cell)
        ):
            others.append(" ".join(cell.split()))
    if rivals:
        said = ", ".join(map(repr, rivals))
        found.doubts.append((0.15, f"amounts are from {name!r}: {said} could be meant as well"))
    elif others:
        said = ", ".join(map(repr, others))
        found.doubts.append((0.0, f"amounts are from {name!r}, not from {said}"))
    if WITH_VAT.search(plain(name)) and not WITHOUT_VAT.search(plain(name)):
        found.doubts.append((0.02, f"amounts are with VAT: there is only {name!r}"))


def _as_date(shape: Shape) -> float:
    days = shape.day - shape.serial
    return days * (0.5 + 0.5 * _varied(shape)) if days > 0.8 else 0


def _as_amount(shape: Shape) -> float:
    fits = shape.amount > 0.7 and shape.day < 0.5
    return shape.money * min(shape.filled, 50) * _varied(shape) if fits and shape.money > 0.3 else 0


def _as_supplier(shape: Shape) -> float:
    return shape.firm * _varied(shape) if shape.text > 0.8 and shape.firm > 0.1 else 0


def _varied(shape: Shape) -> float:
    """1 for a column of many values, 0 for one that says the same in every row."""
    values = round(shape.distinct * shape.filled)
    return min(1.0, max(values - 1, 0) / min(10, max(shape.filled - 1, 1)))
