"""Changes that put sums among the payments."""

import random

from tests.build.payments.changing.changed import Changed, pounds
from tests.build.payments.changing.sample import Row, Sheet, Truth
from tests.build.payments.changing.writing import text

LABELS = (
    "Total", "Grand Total", "TOTAL:", "Cyfanswm", "Is-gyfanswm", "Result", "Overall Result", "Sum",
    "Summe", "Gesamt", "Totaal", "Итого", "合計", "Σ", "Yhteensä", "Razem", "Sub-total", "Balance",
    "All suppliers", "April", "",
)  # fmt: skip


def total_last(sheet: Sheet, chance: random.Random) -> Changed:
    """A grand total below, labelled in any language, in any column, dated or not."""
    row = _sum(sheet, sheet.rows, chance.choice(LABELS), chance, dated=chance.random() < 0.2)
    return Changed(_text(sheet, [*sheet.table(), row]), Truth.of(sheet.rows))


def total_first(sheet: Sheet, chance: random.Random) -> Changed:
    """A grand total above the rows."""
    row = _sum(sheet, sheet.rows, chance.choice(LABELS), chance)
    return Changed(_text(sheet, [row, *sheet.table()]), Truth.of(sheet.rows))


def subtotals(sheet: Sheet, chance: random.Random) -> Changed:
    """A sum after each supplier, with a label or without, of one row or more."""
    label = chance.choice(LABELS)
    rows: list[list[str]] = []
    ordered = sorted(sheet.rows, key=lambda row: row.supplier)
    kept: list[Row] = []
    for at, row in enumerate(ordered):
        kept.append(row)
        rows.append(sheet.cells(row))
        if at + 1 == len(ordered) or ordered[at + 1].supplier != row.supplier:
            group = [one for one in ordered if one.supplier == row.supplier]
            rows.append(_sum(sheet, group, label, chance, at=sheet.supplier))
    if chance.random() < 0.5:
        rows.append(_sum(sheet, ordered, "", chance))
    return Changed(_text(sheet, rows), Truth.of(ordered))


def page_sums(sheet: Sheet, chance: random.Random) -> Changed:
    """A sum below each page of ten rows, and the sum of all."""
    rows: list[list[str]] = []
    label = chance.choice(LABELS[:14])
    for start in range(0, len(sheet.rows), 10):
        part = sheet.rows[start : start + 10]
        rows += [sheet.cells(row) for row in part]
        rows.append(_sum(sheet, part, label, chance))
    rows.append(_sum(sheet, sheet.rows, label, chance))
    return Changed(_text(sheet, rows), Truth.of(sheet.rows))


def wrong_total(sheet: Sheet, chance: random.Random) -> Changed:
    """A last row with an amount and nothing else, near the sum of the rows and not it."""
    total = sum(row.pence for row in sheet.rows)
    row = _bare(sheet, round(total * chance.uniform(0.9, 1.3)) + 1234)
    return Changed(_text(sheet, [*sheet.table(), row]), Truth.of(sheet.rows))


def bare_last_row(sheet: Sheet, chance: random.Random) -> Changed:
    """The last payment with all but its amount lost: nobody knows whose it is."""
    rows = [*sheet.table()[:-1], _bare(sheet, sheet.rows[-1].pence)]
    return Changed(_text(sheet, rows), Truth.of(sheet.rows[:-1]))


def invoice_totals(sheet: Sheet, chance: random.Random) -> Changed:
    """The invoice's sum on each of its lines."""
    names = [*sheet.columns, "Invoice Number", "Line Text"]
    table = [
        [*sheet.cells(row), f"INV{n}", f"part {part}"]
        for n, row in enumerate(sheet.rows)
        for part in (1, 2, 3)
    ]
    rows = [row for row in sheet.rows for _ in range(3)]
    said = ("total may stand on", "could be meant")
    return Changed(text([names, *table]).encode(), Truth.of(rows), said=said)


def vat_lines(sheet: Sheet, chance: random.Random) -> Changed:
    """A line of VAT below each line."""
    label = chance.choice(("INPUT VAT", "VAT", "Vat Input", "VAT recoverable"))
    rows, table = [], []
    for row in sheet.rows:
        tax = Row(row.day, round(row.pence * 0.2), row.supplier, row.others)
        for one, word in ((row, "GOODS"), (tax, label)):
            rows.append(one)
            table.append([*sheet.cells(one), word])
    names = [*sheet.columns, "Spend Type"]
    return Changed(text([names, *table]).encode(), Truth.of(rows), said=("VAT",))


def _sum(
    sheet: Sheet,
    rows: list[Row],
    label: str,
    chance: random.Random,
    at: str = "",
    dated: bool = False,
) -> list[str]:
    made = _bare(sheet, sum(row.pence for row in rows))
    places = [n for n, name in enumerate(sheet.columns) if name not in (sheet.amount, sheet.date)]
    if label:
        made[sheet.at(at) if at else chance.choice(places)] = label
    if dated and label:
        made[sheet.at(sheet.date)] = rows[-1].day.strftime(sheet.form)
    return made


def _bare(sheet: Sheet, pence: int) -> list[str]:
    made = [""] * len(sheet.columns)
    made[sheet.at(sheet.amount)] = pounds(pence)
    return made


def _text(sheet: Sheet, table: list[list[str]]) -> bytes:
    return text([sheet.columns, *table]).encode()


CHANGES = (
    total_last, total_last, total_first, subtotals, subtotals, page_sums, wrong_total,
    bare_last_row, invoice_totals, vat_lines,
)  # fmt: skip
