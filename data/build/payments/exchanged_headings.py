"""Two headings that stand over each other's columns: told by what the columns hold."""

import polars as pl

from data.build.payments.cells import Cells
from data.build.payments.columns import Columns
from data.build.payments.shapes import Shape
from data.build.payments.typed import days_in, pence_in
from data.build.payments.vocabulary import meanings, plain

# Ltd, plc and the like end the names of firms, and hardly any other words of a payment.
FIRMS, SOME_FIRMS, NO_FIRMS = 0.15, 0.05, 0.02
OF_WORDS = {"department", "purpose", "category", "expense_code", "body"}
OF_NUMBERS = {"reference", "supplier_id", "expense_code", "company_number"}
MOSTLY = 0.8
FEWEST = 5
SAMPLE = 2000


def put_right(columns: Columns, header: list[str], shapes: list[Shape]) -> None:
    """Exchange the supplier, or the amount, with the column that holds it, and say so."""
    _supplier(columns, header, shapes)
    _amount(columns, header, shapes)


def _supplier(columns: Columns, header: list[str], shapes: list[Shape]) -> None:
    place = columns.places.get("supplier")
    if place is None or place >= len(header) or not header[place].strip():
        return
    own = shapes[place]
    numbers = own.text < 0.2
    if not own.filled or own.company > NO_FIRMS:
        return
    fields = OF_WORDS | OF_NUMBERS if numbers else OF_WORDS
    for other in _named(header, fields, place):
        shape = shapes[other]
        varied = _values(shape) > max(1, 0.7 * _values(own)) or (numbers and _values(shape) > 1)
        if shape.text <= MOSTLY or not varied:
            continue
        if shape.company >= FIRMS:
            _exchange(columns, header, "supplier", other, "names of firms stand")
            return
        if shape.company >= SOME_FIRMS and not own.company and own.filled >= 2 * FEWEST:
            said = f"firms are named under {header[other].strip()!r}, none under"
            columns.doubts.append((0.2, f"who was paid is not sure: {said} {header[place]!r}"))
            return
    _more_varied(columns, header, shapes)


def _more_varied(columns: Columns, header: list[str], shapes: list[Shape]) -> None:
    """Say where a column of categories says more different things than that of suppliers."""
    place = columns.places["supplier"]
    own = shapes[place]
    for name in ("category", "department"):
        other = columns.places.get(name)
        if other is None or own.filled < 2 * FEWEST or _values(own) < 2:
            continue
        if _values(shapes[other]) >= 1.5 * _values(own) and shapes[other].text > MOSTLY:
            said = (
                f"the figures are sure, who was paid is not: {columns.names[name]!r} says more "
                f"different things than {columns.names['supplier']!r}"
            )
            columns.doubts.append((0.2, said))


def _amount(columns: Columns, header: list[str], shapes: list[Shape]) -> None:
    place = columns.places.get("amount")
    if place is None or place >= len(header) or not header[place].strip():
        return
    own = shapes[place]
    if own.money > 0.02 or own.distinct < 0.5 or own.filled < FEWEST:
        return
    for other in _named(header, OF_NUMBERS, place):
        shape = shapes[other]
        if shape.money > MOSTLY and shape.amount > MOSTLY and shape.day < 0.5:
            _exchange(columns, header, "amount", other, "sums with pence stand")
            return


def put_amounts_right(columns: Columns, cells: Cells, header: list[str]) -> None:
    """Read the column that is meant where net is more than gross, or a fifth of its VAT."""
    place = columns.places.get("amount")
    if place is None or "credit" in columns.places:
        return
    step = max(1, len(cells) // SAMPLE)
    name = plain(columns.names["amount"])
    for other, cell in enumerate(header):
        words = plain(cell)
        if other == place or not words:
            continue
        vat = words in ("vat", "vat amount", "vat £", "vat value", "taw", "vat amt")
        gross = "gross" in words and "amount" in meanings(cell) and "gross" not in name
        if not vat and not gross:
            continue
        seen = cells.every(step)
        pairs = pl.DataFrame(
            {"own": pence_in(seen.column(place)), "other": pence_in(seen.column(other))}
        )
        pairs = pairs.filter((pl.col("own") > 100) & (pl.col("other") > 100))
        if len(pairs) < FEWEST:
            continue
        if vat:
            wrong = (pairs["own"] * 5 - pairs["other"]).abs() <= 0.02 * pairs["other"] + 3
        else:
            wrong = (pairs["own"] > pairs["other"]) & (pairs["own"] <= 1.25 * pairs["other"])
        if int(wrong.sum()) > MOSTLY * len(pairs):
            why = "the other is a fifth of it" if vat else "the other is the greater"
            _exchange(columns, header, "amount", other, f"the net sums stand ({why})")
            return


def note_days_before(columns: Columns, cells: Cells, header: list[str]) -> None:
    """Say where payments are dated before their invoices."""
    place = columns.places.get("date")
    if place is None or "invoice" in plain(columns.names["date"]):
        return
    others = [at for at, cell in enumerate(header) if plain(cell) in ("invoice date", "inv date")]
    if not others or others[0] == place:
        return
    step = max(1, len(cells) // SAMPLE)
    paid = days_in(cells.column(place).gather_every(step)).day
    billed = days_in(cells.column(others[0]).gather_every(step)).day
    pairs = pl.DataFrame({"paid": paid, "billed": billed}).drop_nulls()
    early = int((pairs["paid"] < pairs["billed"]).sum())
    if len(pairs) >= FEWEST and early > MOSTLY * len(pairs):
        said = (
            f"{columns.names['date']!r} lies before {header[others[0]].strip()!r} in most rows: "
            f"the "
            "two headings may be exchanged"
        )
        columns.doubts.append((0.2, said))


def _named(header: list[str], fields: set[str], place: int) -> list[int]:
    found = []
    for other, cell in enumerate(header):
        told = meanings(cell)
        best = max(told, key=lambda field: told[field], default="")
        if other != place and (best in fields or (cell.strip() and not told)):
            found.append(other)
    return found


def _exchange(columns: Columns, header: list[str], name: str, other: int, why: str) -> None:
    place = columns.places[name]
    holder = next((field for field, at in columns.places.items() if at == other), None)
    if holder:
        columns.places[holder], columns.names[holder] = place, " ".join(header[place].split())
    columns.doubts = [one for one in columns.doubts if not one[1].startswith(f"{name}s are from")]
    columns.words = [place if at == other else at for at in columns.words]
    columns.places[name], columns.names[name] = other, " ".join(header[other].split())
    said = (
        f"the headings {header[place].strip()!r} and {header[other].strip()!r} seem to be "
        f"exchanged: "
        f"{why} under {header[other].strip()!r}"
    )
    columns.doubts.append((0.2, said))


def _values(shape: Shape) -> int:
    return round(shape.distinct * shape.filled)
