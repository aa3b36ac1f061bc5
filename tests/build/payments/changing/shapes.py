"""Changes to how lines, cells and columns are written."""

import csv
import random

from tests.build.payments.changing.changed import Changed, pounds
from tests.build.payments.changing.sample import Sheet, Truth
from tests.build.payments.changing.writing import page, text, unquoted, workbook


def as_it_is(sheet: Sheet, chance: random.Random) -> Changed:
    """Nothing is changed: what does not read right so says nothing of a change."""
    return Changed(_text(sheet), Truth.of(sheet.rows))


def thousands(sheet: Sheet, chance: random.Random) -> Changed:
    """Commas between thousands and no quotes, in every row or where there are thousands."""
    least = chance.choice((0, 100_000))
    rows = [row for row in sheet.rows if row.pence >= least]
    rows = rows if len(rows) > 3 else sheet.rows
    table = []
    for row in rows:
        cells = [cell.replace(",", " ") for cell in sheet.cells(row)]
        cells[sheet.at(sheet.amount)] = pounds(row.pence, comma=True)
        table.append(cells)
    return Changed(unquoted([_plain(sheet.columns), *table]).encode(), _truth(rows))


def names_unquoted(sheet: Sheet, chance: random.Random) -> Changed:
    """Commas in names and no quotes."""
    table = [[cell.replace(",", " ") for cell in row] for row in sheet.table()]
    suppliers = [cells[sheet.at(sheet.supplier)] for cells in table]
    for at in chance.sample(range(len(table)), len(table) // 3):
        suppliers[at] = f"{suppliers[at]}, Sons & Co"
        table[at][sheet.at(sheet.supplier)] = suppliers[at]
    truth = Truth([row.day for row in sheet.rows], [row.pence for row in sheet.rows], suppliers)
    return Changed(unquoted([_plain(sheet.columns), *table]).encode(), truth)


def cut_off(sheet: Sheet, chance: random.Random) -> Changed:
    """The download breaks off within the last row."""
    whole = text([sheet.columns, *sheet.table()[:-1]])
    last = text([sheet.cells(sheet.rows[-1])]).rstrip("\n")
    kept = last[: chance.randrange(1, max(2, len(last) - 1))]
    found = next(csv.reader([kept]))
    cells = sheet.cells(sheet.rows[-1])
    held = [sheet.at(name) for name in (sheet.date, sheet.amount, sheet.supplier)]
    # Where its day, amount and name are whole the payment may stand.
    stands = all(at < len(found) and found[at] == cells[at] for at in held)
    return Changed(
        (whole + kept).encode(),
        Truth.of(sheet.rows[:-1]),
        said=("breaks off", "cut off", "open"),
        also=Truth.of(sheet.rows) if stands else None,
    )


def glued(sheet: Sheet, chance: random.Random) -> Changed:
    """Some lines lose their ends."""
    lines = text([sheet.columns, *sheet.table()]).split("\n")
    for _ in range(chance.choice((1, 1, 2, 3))):
        at = chance.randrange(1, len(lines) - 2)
        lines[at : at + 2] = [lines[at] + lines[at + 1]]
    return Changed("\n".join(lines).encode(), Truth.of(sheet.rows), said=("several payments",))


def row_numbers(sheet: Sheet, chance: random.Random) -> Changed:
    """Numbers before the rows that the header does not name."""
    table = [[str(n), *row] for n, row in enumerate(sheet.table(), chance.choice((0, 1)))]
    return Changed(text([sheet.columns, *table]).encode(), Truth.of(sheet.rows))


def spans(sheet: Sheet, chance: random.Random) -> Changed:
    """A page whose equal cells below each other are one, in some columns."""
    rows = sorted(sheet.rows, key=lambda row: row.supplier)
    ordered = sheet.of(rows)
    may = [n for n, name in enumerate(sheet.columns) if name != sheet.amount]
    spanning = {n: bool for n in {sheet.at(sheet.supplier), *chance.sample(may, min(2, len(may)))}}
    content = page([sheet.columns, *ordered.table()], spanning)
    return Changed(content.encode(), Truth.of(rows), "payments.xls")


def page_cut_off(sheet: Sheet, chance: random.Random) -> Changed:
    """A page that breaks off within its last row."""
    content = page([sheet.columns, *sheet.table()])
    at = content.rindex("<tr>")
    content = content[: chance.randrange(at + 8, len(content) - 40)]
    return Changed(content.encode(), Truth.of(sheet.rows[:-1]), "payments.xls", ("breaks off",))


def one_cell(sheet: Sheet, chance: random.Random) -> Changed:
    """Every row in one cell of a workbook, with tabs or commas inside."""
    sign = chance.choice("\t;,")
    rows = [[one] for one in text([sheet.columns, *sheet.table()], sign).split("\n") if one]
    if chance.random() < 0.5:
        return Changed(workbook({"Sheet1": rows}), Truth.of(sheet.rows), "payments.xlsx")
    return Changed(text(rows, quoting=csv.QUOTE_ALL).encode(), Truth.of(sheet.rows))


def other_delimiters(sheet: Sheet, chance: random.Random) -> Changed:
    """Another delimiter, line end and encoding."""
    content = text(
        [sheet.columns, *sheet.table()], chance.choice(";\t|"), chance.choice(("\r", "\r\n"))
    )
    encoding = chance.choice(("utf-16", "utf-8-sig", "utf-8"))
    return Changed(content.encode(encoding), Truth.of(sheet.rows))


def preamble(sheet: Sheet, chance: random.Random) -> Changed:
    """Titles above and notes below, blank lines and columns."""
    above = chance.sample(
        (
            ["Payments to suppliers"],
            [],
            ["Run on", "01/05/2024"],
            ["Total value", "1,234.56"],
            ["Page 1"],
        ),
        3,
    )
    below = chance.sample(([], ["Notes: net of VAT"], ["End of report"], ["Source: ledger"]), 2)
    table = [["", *row, "", ""] for row in [sheet.columns, *sheet.table()]]
    return Changed(text([*above, *table, *below]).encode(), Truth.of(sheet.rows))


def headers_repeated(sheet: Sheet, chance: random.Random) -> Changed:
    """The header on every page."""
    table: list[list[str]] = []
    for start in range(0, len(sheet.rows), 7):
        table += [sheet.columns, *sheet.table()[start : start + 7]]
    return Changed(text(table).encode(), Truth.of(sheet.rows))


def no_header(sheet: Sheet, chance: random.Random) -> Changed:
    """The header is lost."""
    return Changed(text(sheet.table()).encode(), Truth.of(sheet.rows), said=("no row names",))


def shuffled(sheet: Sheet, chance: random.Random) -> Changed:
    """Columns in another order, with others of money and of days beside them."""
    extra = {
        "Unit Price": lambda row: pounds(abs(row.pence) // 7),
        "Quantity": lambda row: "7",
        "VAT Amount": lambda row: pounds(row.pence // 5),
        "Purchase Order Date": lambda row: "01/01/2001",
        "Merchant Category": lambda row: "Office Supplies Services",
    }
    table = [[*sheet.columns, *extra], *[
        [*sheet.cells(row), *[make(row) for make in extra.values()]] for row in sheet.rows
    ]]  # fmt: skip
    order = list(range(len(table[0])))
    chance.shuffle(order)
    return Changed(text([[row[n] for n in order] for row in table]).encode(), Truth.of(sheet.rows))


def headings_exchanged(sheet: Sheet, chance: random.Random) -> Changed:
    """Two headings over each other's columns: the supplier's and one of words."""
    words = [n for n in sheet.columns if n not in (sheet.supplier, sheet.amount, sheet.date)]
    names = list(sheet.columns)
    if words:
        one, other = sheet.at(sheet.supplier), sheet.at(chance.choice(words))
        names[one], names[other] = names[other], names[one]
    said = ("exchanged", "who was paid", "supplier")
    return Changed(text([names, *sheet.table()]).encode(), Truth.of(sheet.rows), said=said)


def open_quote(sheet: Sheet, chance: random.Random) -> Changed:
    """A quote in a name that is never closed."""
    lines = text([sheet.columns, *sheet.table()]).split("\n")
    at = chance.randrange(1, len(lines) - 1)
    name = sheet.rows[at - 1].supplier
    if '"' in lines[at] or name not in lines[at]:
        return as_it_is(sheet, chance)
    lines[at] = lines[at].replace(name, '"' + name, 1)
    return Changed("\n".join(lines).encode(), Truth.of(sheet.rows), said=("quote",))


def a_cell_missing(sheet: Sheet, chance: random.Random) -> Changed:
    """One row lacks a cell: what stands behind it moves up."""
    table = sheet.table()
    at = chance.randrange(len(table))
    place = chance.randrange(len(sheet.columns))
    table[at] = [cell for n, cell in enumerate(table[at]) if n != place]
    rest = [row for n, row in enumerate(sheet.rows) if n != at]
    behind = place > max(sheet.at(one) for one in (sheet.date, sheet.amount, sheet.supplier))
    also = Truth.of(sheet.rows) if behind else None
    said = ("fewer cells", "cannot be read", "no date", "no supplier", "set aside")
    return Changed(text([sheet.columns, *table]).encode(), Truth.of(rest), said=said, also=also)


def figure_in_header(sheet: Sheet, chance: random.Random) -> Changed:
    """A number in a later cell of the header."""
    names = [*sheet.columns, chance.choice(("2024", "1", "45017"))]
    table = [[*row, "x"] for row in sheet.table()]
    return Changed(text([names, *table]).encode(), Truth.of(sheet.rows))


def _plain(names: list[str]) -> list[str]:
    return [name.replace(",", " ") for name in names]


def _truth(rows) -> Truth:
    return Truth(
        [r.day for r in rows], [r.pence for r in rows], [r.supplier.replace(",", " ") for r in rows]
    )


def _text(sheet: Sheet) -> bytes:
    return text([sheet.columns, *sheet.table()]).encode()


CHANGES = (
    thousands, thousands, names_unquoted, cut_off, cut_off, cut_off, glued, row_numbers, spans,
    page_cut_off, one_cell, other_delimiters, preamble, headers_repeated, no_header, shuffled,
    headings_exchanged, open_quote, a_cell_missing, figure_in_header,
)  # fmt: skip
