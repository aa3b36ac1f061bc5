"""Changes to days, amounts and their units, and to what is said of them."""

import random
from datetime import date
from decimal import Decimal

from tests.build.payments.changing.changed import Changed, pounds
from tests.build.payments.changing.sample import Row, Sheet, Truth
from tests.build.payments.changing.writing import text, workbook

WELSH = (
    "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi",
    "Hydref", "Tachwedd", "Rhagfyr",
)  # fmt: skip


def days_exchanged(sheet: Sheet, chance: random.Random) -> Changed:
    """Days to the 12th exchanged with their month; the file's name gives the month."""
    rows, month = _one_month(sheet)
    form = chance.choice(("%d/%m/%Y", "%Y-%m-%d"))
    written = [_turned(row.day).strftime(form) for row in rows]
    return _dated(
        sheet, rows, written, f"spend_{month:%Y-%m}.csv", said=("exchanged", "month first")
    )


def year_day_month(sheet: Sheet, chance: random.Random) -> Changed:
    """The year first, then the day."""
    rows, month = _one_month(sheet)
    written = [row.day.strftime("%Y-%d-%m") for row in rows]
    return _dated(sheet, rows, written, f"spend_{month:%Y-%m}.csv", said=("year, day, month",))


def month_first(sheet: Sheet, chance: random.Random) -> Changed:
    """The American order."""
    rows = sheet.rows
    if len({row.day for row in rows}) < 4:
        # One or two runs of payments read either way, and nothing tells.
        rows, _ = _one_month(sheet)
    written = [row.day.strftime("%m/%d/%Y") for row in rows]
    return _dated(sheet, rows, written, said=("month first", "exchanged"))


def other_days(sheet: Sheet, chance: random.Random) -> Changed:
    """Another way to write days, Welsh ones among them."""
    form = chance.choice(
        ("%d.%m.%Y", "%d %B %Y", "%A %d %B %Y", "%Y%m%d", "%d-%b-%y", "welsh", "serial")
    )
    if form == "welsh":
        written = [f"{row.day.day} {WELSH[row.day.month - 1]} {row.day.year}" for row in sheet.rows]
    elif form == "serial":
        written = [str((row.day - date(1899, 12, 30)).days) for row in sheet.rows]
    else:
        written = [row.day.strftime(form) for row in sheet.rows]
    return _dated(sheet, sheet.rows, written)


def parts_of_days(sheet: Sheet, chance: random.Random) -> Changed:
    """A column for the day, the month and the year."""
    names = [name for name in sheet.columns if name != sheet.date]
    table = []
    for row in sheet.rows:
        cells = dict(zip(sheet.columns, sheet.cells(row), strict=True))
        month = chance.choice((row.day.strftime("%B"), str(row.day.month)))
        table.append([*[cells[name] for name in names], str(row.day.day), month, str(row.day.year)])
    content = text([[*names, "Day", "Month", "Year"], *table])
    return Changed(content.encode(), Truth.of(sheet.rows))


def other_amounts(sheet: Sheet, chance: random.Random) -> Changed:
    """Another way to write amounts."""
    how = chance.choice((
        lambda p: f"£{p / 100:,.2f}".replace("£-", "-£"),
        lambda p: f"({-p / 100:,.2f})" if p < 0 else f"{p / 100:,.2f}",
        lambda p: f"{abs(p) / 100:.2f}{'-' if p < 0 else ''}",
        lambda p: f"{abs(p) / 100:,.2f} {'CR' if p < 0 else 'DR'}",
        lambda p: f"{p / 100:.2f}".replace("-", "\u2212"),
        lambda p: f"{p / 100:,.2f} GBP",
        lambda p: f"{p / 100:.12f}",
    ))  # fmt: skip
    return _paid(sheet, [how(row.pence) for row in sheet.rows])


def continental(sheet: Sheet, chance: random.Random) -> Changed:
    """A comma before the pence and semicolons between the cells."""
    written = [f"{row.pence / 100:,.2f}".translate(str.maketrans(",.", ".,")) for row in sheet.rows]
    table = _put(sheet, sheet.amount, written)
    return Changed(text([sheet.columns, *table], ";").encode(), Truth.of(sheet.rows))


def in_pence(sheet: Sheet, chance: random.Random) -> Changed:
    """Whole pence, as the header says."""
    name = chance.choice(("Amount (pence)", "Amount in pence", "Net Amount Pence", "Value (p)"))
    return _paid(sheet, [str(row.pence) for row in sheet.rows], name)


def in_thousands(sheet: Sheet, chance: random.Random) -> Changed:
    """Thousands of pounds, as the header or a title says."""
    name = chance.choice(
        ("Amount (£000)", "Amount £'000", "Amount (£k)", "Spend in thousands", "£m")
    )
    made = _paid(sheet, [pounds(row.pence) for row in sheet.rows], name)
    return Changed(made.content, Truth(), said=("not in pounds",))


def foreign(sheet: Sheet, chance: random.Random) -> Changed:
    """Another country's money, as the header or a column says."""
    if chance.random() < 0.5:
        made = _paid(
            sheet,
            [pounds(r.pence) for r in sheet.rows],
            chance.choice(("Amount (€)", "Amount USD", "Amount EUR")),
        )
        return Changed(made.content, Truth())
    table = [[*row, chance.choice(("EUR", "GBP"))] for row in sheet.table()]
    content = text([[*sheet.columns, "Currency"], *table])
    return Changed(content.encode(), Truth(), said=("no pounds",))


def figures_lost(sheet: Sheet, chance: random.Random) -> Changed:
    """A spreadsheet's short form of large amounts."""
    written = [
        f"{row.pence / 100:.0E}" if abs(row.pence) > 1_000_000 else pounds(row.pence)
        for row in sheet.rows
    ]
    pence = [int(Decimal(one) * 100) for one in written]
    truth = Truth([r.day for r in sheet.rows], pence, [r.supplier for r in sheet.rows])
    lost = any("E" in one for one in written)
    made = _paid(sheet, written)
    return Changed(made.content, truth, said=("first figures",) if lost else ())


def not_paid(sheet: Sheet, chance: random.Random) -> Changed:
    """Sums that nobody has paid."""
    word = chance.choice(
        ("Committed", "Estimated", "Forecast", "Outstanding", "Accrued", "Planned", "Pledged")
    )
    made = _paid(sheet, [pounds(row.pence) for row in sheet.rows], f"{word} Amount")
    return Changed(made.content, Truth())


def cancelled(sheet: Sheet, chance: random.Random) -> Changed:
    """Some rows cancelled, or not paid yet."""
    word = chance.choice(
        ("Cancelled", "CANCELLED", "Void", "Unpaid", "Pending", "On hold", "Rejected")
    )
    gone = set(chance.sample(range(len(sheet.rows)), max(1, len(sheet.rows) // 4)))
    table = [[*row, word if n in gone else "Paid"] for n, row in enumerate(sheet.table())]
    name = chance.choice(("Payment Status", "Status", "Invoice Status", "Transaction Status"))
    kept = [row for n, row in enumerate(sheet.rows) if n not in gone]
    return Changed(text([[*sheet.columns, name], *table]).encode(), Truth.of(kept))


def revised(sheet: Sheet, chance: random.Random) -> Changed:
    """A sheet and its revision, in either order."""
    row = sheet.rows[0]
    rows = [Row(row.day, row.pence + 10_000, row.supplier, row.others), *sheet.rows[1:]]
    newer = chance.choice(("{} (revised)", "{} amended", "{} final", "{} v2"))
    first, second = ("April", sheet), (newer.format("April"), sheet.of(rows))
    pair = [first, second] if chance.random() < 0.5 else [second, first]
    content = workbook({name: [one.columns, *one.table()] for name, one in pair})
    return Changed(content, Truth.of(rows), "payments.xlsx", said=("alike",))


def customers(sheet: Sheet, chance: random.Random) -> Changed:
    """Invoices that the council sends."""
    name = chance.choice(("Customer Name", "Customer", "Debtor Name", "Debtor"))
    columns = [name if one == sheet.supplier else one for one in sheet.columns]
    if any("vendor" in one.lower() or "supplier" in one.lower() for one in columns):
        return Changed(text([sheet.columns, *sheet.table()]).encode(), Truth.of(sheet.rows))
    return Changed(
        text([columns, *sheet.table()]).encode(), Truth(), said=("no header names the supplier",)
    )


def _one_month(sheet: Sheet) -> tuple[list[Row], date]:
    """The rows, with all days put into the month of the first."""
    month = sheet.rows[0].day.replace(day=1)
    rows = [
        Row(month.replace(day=1 + (row.day.day * 7 + n) % 28), row.pence, row.supplier, row.others)
        for n, row in enumerate(sheet.rows)
    ]
    return rows, month


def _turned(day: date) -> date:
    return date(day.year, day.day, day.month) if day.day <= 12 else day


def _dated(
    sheet: Sheet,
    rows: list[Row],
    written: list[str],
    name: str = "payments.csv",
    said: tuple[str, ...] = (),
) -> Changed:
    table = _put(sheet.of(rows), sheet.date, written)
    return Changed(text([sheet.columns, *table]).encode(), Truth.of(rows), name, said)


def _paid(sheet: Sheet, written: list[str], name: str = "") -> Changed:
    columns = [name if name and one == sheet.amount else one for one in sheet.columns]
    table = _put(sheet, sheet.amount, written)
    return Changed(text([columns, *table]).encode(), Truth.of(sheet.rows))


def _put(sheet: Sheet, name: str, written: list[str]) -> list[list[str]]:
    table = sheet.table()
    for row, one in zip(table, written, strict=True):
        row[sheet.at(name)] = one
    return table


CHANGES = (
    days_exchanged, days_exchanged, year_day_month, month_first, other_days, parts_of_days,
    other_amounts, continental, in_pence, in_thousands, foreign, figures_lost, not_paid, cancelled,
    revised, customers,
)  # fmt: skip
