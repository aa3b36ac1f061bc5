"""Slips of publishers and their programs that once read wrong without a word."""

# ruff: noqa: E501

from tests.build.payments.gallery.case import HEADER, ROWS, Case, case, lines, table
from tests.build.payments.gallery.workbooks import TYPED, book, write

WIDE = ("Payment Date", "Department", "Supplier Name", "Invoice No", "Net Amount")
WIDE_ROWS = [(d, "Highways", s, f"INV{r}", a) for s, d, a, r in ROWS]
# Twelve days of one April, and the same in the manner of each slip.
FIRMS = (
    "Alpha Ltd",
    "Beta plc",
    "Gamma Services",
    "Delta Trust",
    "Epsilon Limited",
    "Zeta Foods Ltd",
)
APRIL = [
    (f"{2 * n - 1:02d}/04/2023", FIRMS[n % 6], f"{100 * n + 0.25:.2f}", f"R{n}")
    for n in range(1, 13)
]
APRIL_HEADER = ("Payment Date", "Supplier Name", "Net Amount", "Invoice No")
APRIL_TRUTH = {"rows": 12, "total": "7803.00", "first": "2023-04-01", "last": "2023-04-23"}
EARLY = [(f"2023-{n:02d}-04", *row[1:]) for n, row in enumerate(APRIL, 1)]
EARLY_TRUTH = {"rows": 12, "total": "7803.00", "first": "2023-04-01", "last": "2023-04-12"}
LARGE = [(d, s, f"{1000 * n + 234.5:,.2f}", r) for n, (d, s, _, r) in enumerate(APRIL, 1)]
LARGE_TRUTH = {"rows": 12, "total": "80814.00", "first": "2023-04-01", "last": "2023-04-23"}
EXCHANGED = [
    (
        "15/05/2024",
        "28/05/2024",
        "05/03/2024",
        "17/05/2024",
        "05/04/2024",
        "05/10/2024",
        "20/05/2024",
        "31/05/2024",
    )[n]
    for n in range(8)
]
MAY = [(d, *row[1:]) for d, row in zip(EXCHANGED, APRIL[:8], strict=True)]
MAY_TRUTH = {"rows": 8, "total": "3602.00", "first": "2024-05-03", "last": "2024-05-31"}
WELSH = (
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
)
YEAR = [(s, a, month) for (_, s, a, _), month in zip(APRIL, WELSH, strict=True)]
ALONE = [row for s, d, a, r in ROWS[:1] + ROWS[2:] for row in ((s, d, a, r), ("", "", a, ""))]
LEVELS = [
    ("Place", "Roads", *APRIL[0]), ("", "", *APRIL[1]), ("", "Ergebnis", "", "", "300.50", ""),
    ("", "Parks", *APRIL[2]), ("", "", *APRIL[3]), ("", "Ergebnis", "", "", "700.50", ""),
    ("Gesamtergebnis", "", "", "", "1001.00", ""),
    ("People", "Care", *APRIL[4]), ("", "", *APRIL[5]), ("", "Ergebnis", "", "", "1100.50", ""),
    ("Gesamtergebnis", "", "", "", "1100.50", ""),
    ("Alles", "", "", "", "2101.50", ""),
]  # fmt: skip
LINES = [(*row[:3], row[3], part) for row in APRIL for part in ("Part 1", "Part 2")]
VAT = [
    line
    for d, s, a, r in APRIL
    for line in ((d, s, a, r, "SUPPLIES"), (d, s, "20.00", r, "INPUT VAT"))
]
STATUS = [
    (*row, word)
    for row, word in zip(ROWS, ("Paid", "Cancelled", "Paid", "Awaiting payment"), strict=True)
]
LESS = {"rows": 3, "total": "1647.75"}
# A column's name, what it says of a payment that was none, what of the others, and which it was.
STATES = [
    *[("Status", word, "Paid", "cancelled") for word in ("Reversed", "Reversal", "STOP", "Void - reissued", "CANX", "BACS rejected", "Cancelled/Reversed", "Cheque cancelled")],
    *[("Status", word, "Cleared", "not paid") for word in ("On Hold", "Blocked", "In dispute", "Parked", "Not released", "Awaiting authorisation")],
    *[(name, "Stopped", "Paid", "cancelled") for name in ("Outcome", "Result", "Payment State", "Cleared", "Flag", "Anything")],
    *[(name, "Reversed", "", "cancelled") for name in ("Comments", "Notes", "Sylwadau", "Reversed", "Column1")],
    *[("Statws", word, "Talwyd", "cancelled") for word in ("Canslwyd", "Wedi ei ganslo", "Wedi’i ganslo", "Wedi gwrthdroi", "Wedi'i atal")],
    *[("Cyflwr", word, "Wedi'i dalu", "not paid") for word in ("Heb ei dalu", "I'w dalu", "Ar y gweill")],
    *[(name, "Y", "N", "cancelled") for name in ("Reversed", "Is Reversed", "Stopped", "Voided?", "Deleted")],
    *[(name, "Y", "N", "not paid") for name in ("On Hold", "Payment Hold", "Unpaid")],
    *[(name, "Yes", "", "cancelled") for name in ("Reversal", "Cancelled Flag", "Cheque Stopped")],
    *[(name, "Ie", "Na", "cancelled") for name in ("Canslwyd", "Wedi'i ganslo", "Gwrthdrowyd")],
    *[(name, "Na", "Ie", "not paid") for name in ("Wedi talu", "Wedi'i dalu", "Talwyd")],
    ("Payment Made", "No", "Yes", "not paid"), ("Reversal Document", "5900001", "", "cancelled"),
    ("Cancellation Reason", "Duplicate", "", "cancelled"),
]  # fmt: skip
PAID_STATES = [
    ("Status", "Paid"), ("Outcome", "Cleared"), ("Wedi talu", "Ydy"), ("Reversed", ""), ("Hold", "N"),
    ("Comments", "Cancelled trip refund"), ("Reversal Document", ""), ("Status", "Hold removed"),
]  # fmt: skip


def joined(rows, at: int) -> str:
    """The usual file with the line end after one row lost."""
    text = lines(WIDE, *rows)
    found = text.split("\n")
    return "\n".join([*found[:at], found[at] + found[at + 1], *found[at + 2 :]])


def revised(workbook):
    write(workbook, [HEADER, *TYPED], "April 2023")
    changed = [*TYPED[:3], (TYPED[3][0], TYPED[3][1], 740.0, TYPED[3][3])]
    write(workbook, [HEADER, *changed], "April 2023 (revised)")


def within(workbook):
    write(workbook, [HEADER, *TYPED], "All")
    write(workbook, [HEADER, *TYPED[:3]], "Place only")


def overlapping(workbook):
    write(workbook, [HEADER, *TYPED[:4]], "Week 1")
    write(workbook, [HEADER, *TYPED[1:], ("Echo Ltd", TYPED[0][1], 5.0, "9")], "Week 2")


def not_paid(workbook):
    write(workbook, [HEADER, *TYPED], "Paid")
    write(workbook, [HEADER, ("Echo Ltd", TYPED[0][1], 5.0, "9")], "Outstanding commitments")


def named(name):
    def fill(workbook):
        write(workbook, [HEADER, *TYPED], "April")
        write(workbook, [HEADER, ("Echo Ltd", TYPED[0][1], 5.0, "9")], name)

    return fill


def hidden(workbook):
    sheet = write(
        workbook, [("Payee in full", *HEADER), *[("Mrs A Sample", *row) for row in TYPED]], "Sheet"
    )
    sheet.set_column(0, 0, None, None, {"hidden": True})


def filtered(workbook):
    sheet = write(workbook, [HEADER, *TYPED], "Sheet")
    sheet.autofilter(0, 0, 4, 3)
    sheet.set_row(2, None, None, {"hidden": True})


def merged(workbook):
    rows = [TYPED[0], ("", *TYPED[1][1:]), *TYPED[2:]]
    sheet = write(workbook, [HEADER, *rows], "Sheet")
    sheet.merge_range(1, 0, 2, 0, "Alpha Ltd")


def spans(rows) -> bytes:
    """A page in which each name spans two rows, and what stands behind it moves up."""
    body = ""
    for n, (name, day, amount, _) in enumerate(rows):
        cell = "" if n % 2 else f'<td rowspan="2">{name}</td>'
        body += f"<tr><td>{day}</td>{cell}<td>{amount}</td><td>{float(amount) / 5:.2f}</td></tr>"
    head = "<tr><th>Payment Date</th><th>Supplier Name</th><th>Amount</th><th>VAT</th></tr>"
    return f"<html><body><table>{head}{body}</table></body></html>".encode()


PAIRS = [(ROWS[n - n % 2][0], *ROWS[n][1:]) for n in range(4)]
SAID = {"sure": (0.0, 0.9)}
CASES = [
    # Lines and cells.
    case("a line that lost its end", joined(WIDE_ROWS, 2), says=("several payments",)),
    case("two lines that lost their ends", joined(WIDE_ROWS, 2).replace("1000.50\n", "1000.50"), says=("several payments",)),
    case("a line that lost its end and falls apart in no way", table(WIDE, [*WIDE_ROWS, (*WIDE_ROWS[0][:4], "x9", *WIDE_ROWS[1][1:4], "5.00")]), aside={"it holds several payments, whose line ends are lost": 1}),
    case("thousands without quotes in every row", lines(APRIL_HEADER, *LARGE, quote=False), says=("not quoted",), **LARGE_TRUTH),
    case("thousands without quotes in some rows", lines(APRIL_HEADER, *LARGE[:6], *APRIL[6:], quote=False), rows=12, total=f"{sum(1000 * n + 234.5 for n in range(1, 7)) + sum(100 * n + 0.25 for n in range(7, 13)):.2f}", first="2023-04-01", last="2023-04-23"),
    case("millions without quotes", lines(APRIL_HEADER, *APRIL, ("23/04/2023", "Alpha Ltd", "1,234,567.00", "R13"), quote=False), rows=13, total="1242370.00", first="2023-04-01", last="2023-04-23"),
    case("row numbers that the header does not name", lines(APRIL_HEADER, *[(n, *row) for n, row in enumerate(APRIL, 1)]), says=("one column",), suppliers=tuple(row[1] for row in APRIL), **APRIL_TRUTH),
    case("a name of row numbers that the rows lack", lines(("index", *APRIL_HEADER), *APRIL), says=("one column",), suppliers=tuple(row[1] for row in APRIL), **APRIL_TRUTH),
    case("rows of one cell with tabs inside", lines(*[("\t".join(row),) for row in (HEADER, *ROWS)]).replace("\n", '"\n').replace("Supplier", '"Supplier', 1), says=()),
    case("tabs inside cells of a list with commas", lines(("\t".join(HEADER),), *[("\t".join(row), "") for row in ROWS])),
    case("some rows of one cell", table(rows=[*ROWS[:2], ("\t".join(ROWS[2]), "", "", ""), ROWS[3]]), says=("1 row stands in one cell",)),
    case("cut off within the last amount", lines((*APRIL_HEADER[:2], "Invoice No", "Net Amount"), *[(d, s, r, a) for d, s, a, r in APRIL]).rstrip("\n")[:-4], rows=11, total="6602.75", first="2023-04-01", last="2023-04-21", aside={"the file breaks off within it": 1}, **SAID),
    case("a quote never closed in the last row", lines(APRIL_HEADER, *APRIL[:-1], quote=False) + ",".join((APRIL[-1][0], '"' + APRIL[-1][1], *APRIL[-1][2:])) + "\n", says=("quote is opened",), **APRIL_TRUTH),
    case("a quote never closed before one that is", lines(("Supplier Name", "Payment Date", "Net Amount", "Invoice No"), *[('"' + s if n == 4 else f'"{s}, Sons"' if n == 5 else s, d, a, r) for n, (d, s, a, r) in enumerate(APRIL)], quote=False), says=("quote is opened",), **APRIL_TRUTH),
    case("cut off within thousands of the last amount", lines((*APRIL_HEADER[:2], "Invoice No", "Net Amount"), *[(d, s, r, a) for d, s, a, r in LARGE]).rstrip("\n")[:-5], rows=11, total="68579.50", first="2023-04-01", last="2023-04-21", aside={"the file breaks off within it": 1}, **SAID),
    case("cut off within the last row", lines(APRIL_HEADER, *APRIL).rstrip("\n")[:-5], rows=11, total="6602.75", first="2023-04-01", last="2023-04-21", aside={"the file breaks off within it": 1}, **SAID),
    case("blank cells behind some rows that the header has not", table().replace("5100102\n", "5100102,,\n"), sure=(0.95, 1)),
    case("a whole last row without a line end", table().rstrip("\n"), sure=(0.95, 1)),
    Case("cells that span rows of a page", spans(PAIRS), "a.xls", suppliers=tuple(row[0] for row in PAIRS), columns={"amount": "Amount"}),
    Case("a page that breaks off", spans(PAIRS)[:-60], "a.xls", rows=3, total="987.75", last="2023-04-25", says=("breaks off",), **SAID),
    Case("names merged over rows of a sheet", book(merged), "a.xlsx", suppliers=("Alpha Ltd", "Alpha Ltd", "Gamma Services", "Delta Trust")),
    case("a figure in a later cell of the header", table((*HEADER, "2023"), [(*row, "x") for row in ROWS])),
    case("a column of one day beside day, month and year", lines(("Effective Date", *APRIL_HEADER[1:], "Day", "Month", "Year"), *[("31/05/2023", s, a, r, d[:2], "April", "2023") for d, s, a, r in APRIL]), **APRIL_TRUTH),
    case("the heading of firms over what two kinds of care are called", lines(("Payment Date", "Expenditure Description", "Supplier Name", "Net Amount"), *[(d, "Abbey Healthcare Ltd", ("Nursing care spot", "Residential care spot")[n % 2], a) for n, (d, _, a, _) in enumerate(APRIL)]), says=("who was paid is not",), sure=(0, 0.85), **APRIL_TRUTH),
    case("the heading of withheld names over two kinds of payments", lines(("Payment Date", "Activity", "Payee", "Net Amount"), *[(d, "REDACTED PERSONAL DATA", ("Direct payments", "Client contributions")[n % 2], a) for n, (d, _, a, _) in enumerate(APRIL)]), says=("who was paid is not",), sure=(0, 0.85), **APRIL_TRUTH),
    case("the heading of suppliers over ways of paying", lines(("Payment Date", "Type", "Supplier", "Net Amount"), *[(d, s, ("Procurement card", "Purchase order")[n % 2], a) for n, (d, s, a, _) in enumerate(APRIL)]), says=("ways of paying",), sure=(0, 0.85), **APRIL_TRUTH),
    # Sums.
    case("a total in Welsh", table(rows=[*ROWS, ("Cyfanswm", "", "1627.75", "")]), aside={"a grand total of the rows above": 1}),
    case("a total in a language that nobody here knows", table(rows=[*ROWS, ("Yhteensä", "", "1627.75", "")]), aside={"a grand total of the rows above": 1}),
    case("a dated total in another language", table(rows=[*ROWS, ("Итого", "30/04/2023", "1627.75", "")]), aside={"a grand total of the rows above": 1}),
    case("subtotals of single rows without a label", table(rows=ALONE), rows=3, total="1647.75", aside={"a subtotal of the rows above": 3}),
    case("results at three levels", lines(("Directorate", "Service", *APRIL_HEADER), *LEVELS), rows=6, total="2101.50", first="2023-04-01", last="2023-04-11", aside={"a subtotal of the rows above": 4, "a grand total of the rows above": 2}),
    case("SAP's words for sums", table(rows=[*ROWS[:2], ("Result", "", "980.50", ""), *ROWS[2:], ("Result", "", "647.25", ""), ("Overall Result", "", "1627.75", "")]), aside={"a subtotal of the rows above": 2, "a grand total of the rows above": 1}),
    case("an amount and nothing else at the end", table(rows=[*ROWS, ("", "", "12.50", "")]), rows=5, total="1640.25", says=("nothing else",), sure=(0, 0.8)),
    case("the sum of all in a row like the others", table(rows=[*ROWS, ("Alpha Ltd", "26/04/2023", "1627.75", "5100105")]), rows=5, total="3255.50", says=("sum of all rows above",), sure=(0, 0.7)),
    case("the invoice's total on each line", lines((*APRIL_HEADER, "Description"), *LINES), rows=24, total="15606.00", first="2023-04-01", last="2023-04-23", says=("£7,803.00 in all if so",), sure=(0, 0.7)),
    case("lines of VAT", lines((*APRIL_HEADER, "Expense Type"), *VAT), rows=24, total="8043.00", first="2023-04-01", last="2023-04-23", says=("12 lines are VAT", "£240.00 of the sum")),
    case("sums per supplier and month", lines(("Supplier", "Month", "Total"), *[(s, f"2023-{m:02d}", "5.00") for s in FIRMS for m in (4, 5)]), rows=12, total="60.00", first="2023-04-01", last="2023-05-01", says=("totals per supplier and month",)),
    # Units.
    case("pence by the header", table((*HEADER[:2], "Amount (pence)", HEADER[3]), [(s, d, a.replace(".", ""), r) for s, d, a, r in ROWS]), says=("in pence",)),
    case("pence by the header, with parts of a penny", table((*HEADER[:2], "Amount in pence", HEADER[3])), refused="in pence"),
    case("pence in a title", lines(("All amounts are in pence",), HEADER, *[(s, d, a.replace(".", ""), r) for s, d, a, r in ROWS])),
    case("euros by the header", table((*HEADER[:2], "Amount (EUR)", HEADER[3])), refused="not in pounds"),
    case("dollars by the header", table((*HEADER[:2], "Amount ($)", HEADER[3])), refused="not in pounds"),
    case("millions by the header", table((*HEADER[:2], "Amount (£m)", HEADER[3])), refused="not in pounds"),
    case("thousands in a row below the header", table(rows=[("", "", "£000", ""), *ROWS]), refused="not in pounds"),
    case("another currency in every row", lines((*HEADER, "Currency"), *[(*row, "EUR") for row in ROWS]), refused="not in pounds"),
    case("figures lost to an exponent", table(rows=[*ROWS, ("Echo Ltd", "26/04/2023", "1E+05", "9")]), rows=5, total="101627.75", says=("£95,000 to £149,999",), **SAID),
    case("a price of one piece is no amount", lines(("Supplier", "Date", "Unit Price", "Quantity", "Ref"), *[(s, d, a, "3", r) for s, d, a, r in ROWS]), refused="no column of amounts"),
    case("a price beside a quantity is no amount", lines(("Supplier", "Date", "Price", "Quantity", "Ref"), *[(s, d, a, "3", r) for s, d, a, r in ROWS]), refused="no column of amounts"),
    *[case(f"a note of {name}", lines(HEADER, *ROWS, (note,)), refused="not in pounds") for name, note in (("thousands", "All figures in £000s"), ("thousands in Welsh", "Mae'r holl ffigurau mewn miloedd"), ("euros", "All amounts are in euros"))],
    *[case(f"a column that says {unit}", lines((*HEADER, name), *[(*row, unit) for row in ROWS]), refused="not in pounds") for name, unit in (("Unit", "£000"), ("Scale", "Thousands"), ("", "£m"))],
    case("thousands in the name of a blank column", lines((*HEADER, "£'000"), *ROWS), refused="not in pounds"),
    case("thousands in a lone cell below the header", table(rows=[("£000", "", "", ""), *ROWS]), refused="not in pounds"),
    case("a note of pence", lines(HEADER, *[(s, d, a.replace(".", ""), r) for s, d, a, r in ROWS], ("All amounts are in pence",)), says=("in pence",), aside={"no amount": 1}),
    case("a note of the least that is published", lines(HEADER, *ROWS, ("Payments over £500,000 and £25k",)), aside={"no amount": 1}),
    *[case(f"euros in one row, by a column called {name or 'nothing'}", lines((*HEADER, name), *[(*row, "EUR" if n == 1 else "GBP") for n, row in enumerate(ROWS)]), says=("1 row is in EUR",), sure=(0, 0.9)) for name in ("Currency", "Crcy", "Curr Key", "Arian", "ISO", "Type", "")],
    *[case(f"credits as {name}", table(rows=[ROWS[0], (*ROWS[1][:2], text, ROWS[1][3]), *ROWS[2:]])) for name, text in (("cr.", "20.00 cr."), ("C", "20.00 C"), ("(CR)", "20.00 (CR)"), ("Credit", "20.00 Credit"), ("square brackets", "[20.00]"), ("angles", "<20.00>"), ("a minus in brackets", "(-)20.00"), ("late minus", "£20.00 -"))],
    *[case(f"thousands with {name}", table(rows=[(*ROWS[0][:2], f"1{sign}000.50", ROWS[0][3]), *ROWS[1:]])) for name, sign in (("a space", " "), ("an apostrophe", "'"), ("a curly apostrophe", "’"), ("a hard space", chr(160)), ("a thin space", chr(0x2009)), ("a narrow space", chr(0x202F)))],
    *[case(f"totals above their rows, called {name}", lines(APRIL_HEADER, *[line for n in (0, 4, 8) for line in (("", f"{name} {n}", f"{sum(100 * m + 0.25 for m in range(n + 1, n + 5)):.2f}", ""), *APRIL[n : n + 4])]), aside={"a subtotal of the rows below": 3}, **APRIL_TRUTH) for name in ("Block", "Total", "Cyfanswm")],
    case("totals above their rows and one of all", lines(APRIL_HEADER, ("", "Alles", "7803.00", ""), *[line for n in (0, 4, 8) for line in (("", f"Teil {n}", f"{sum(100 * m + 0.25 for m in range(n + 1, n + 5)):.2f}", ""), *APRIL[n : n + 4])]), aside={"a subtotal of the rows below": 4}, **APRIL_TRUTH),
    case("subtotals that bear a day", lines(APRIL_HEADER, *APRIL[:4], ("07/04/2023", "Place Directorate total", "1001.00", ""), *APRIL[4:], ("23/04/2023", "People Is-gyfanswm", "6802.00", "")), aside={"a subtotal of the rows above": 2}, **APRIL_TRUTH),
    case("two lists side by side under other names", lines((*HEADER, "", "Payee", "Date", "Amount"), *[(*one, "", *other[:3]) for one, other in zip(ROWS[:2], ROWS[2:], strict=True)]), refused="side by side"),
    *[Case(f"marks of the text's kind: {name}", content) for name, content in (("a double mark", b"\xef\xbb\xbf" * 2 + table().encode()), ("UTF-16 with two marks", ("\ufeff" + table()).encode("utf-16")), ("UTF-16 with tabs", table(delimiter="\t").encode("utf-16")), ("a mark read as cp1252", "ï»¿".encode() + table().encode()))],
    case("VAT beside goods and a total", lines(("Supplier", "Date", "Total", "VAT", "Goods"), *[(s, d, f"{float(a) * 1.2:.2f}", f"{float(a) / 5:.2f}", a) for s, d, a, _ in ROWS]), columns={"amount": "Goods"}),
    # Not paid.
    *[case(f"amounts {word.lower()}", table((*HEADER[:2], f"{word} Amount", HEADER[3])), refused="no payments") for word in ("Committed", "Estimated", "Forecast", "Outstanding", "Planned", "Accrued")],
    case("cancelled and unpaid rows", lines((*HEADER, "Payment Status"), *STATUS), rows=2, total="1007.75", last="2023-04-25", aside={"cancelled: 'Cancelled' in 'Payment Status'": 1, "not paid: 'Awaiting payment' in 'Payment Status'": 1}),
    case("cancelled rows by a mark", lines((*HEADER, "Cancelled (Y/N)"), *[(*row, "Y" if n == 1 else "N") for n, row in enumerate(ROWS)]), rows=3, total="1647.75", aside={"cancelled: 'Y' in 'Cancelled (Y/N)'": 1}),
    case("cancelled rows by a day", lines((*HEADER, "Date Cancelled"), *[(*row, "01/05/2023" if n == 1 else "") for n, row in enumerate(ROWS)]), rows=3, total="1647.75", aside={"cancelled: a day in 'Date Cancelled'": 1}),
    case("a total of those that were paid", lines((*HEADER, "Status"), *[(*row, "Void" if n == 1 else "Paid") for n, row in enumerate(ROWS)], ("Total", "", "1647.75", "", "")), rows=3, total="1647.75", aside={"cancelled: 'Void' in 'Status'": 1, "a grand total of the rows above": 1}),
    *[case(f"{word} in {name}", lines((*HEADER, name), *[(*row, word if n == 1 else good) for n, row in enumerate(ROWS)]), aside={f"{what}: {word.replace('’', chr(39))!r} in {name!r}": 1}, **LESS) for name, word, good, what in STATES],
    *[case(f"{word or 'nothing'} in {name} is paid", lines((*HEADER, name), *[(*row, word) for row in ROWS]), sure=(0.9, 1)) for name, word in PAID_STATES],
    *[case(f"a day in {name}", lines((*HEADER, name), *[(*row, "01/05/2023" if n == 1 else "") for n, row in enumerate(ROWS)]), aside={f"cancelled: a day in {name!r}": 1}, **LESS) for name in ("Reversal Date", "Date Reversed", "Stop Date", "Dyddiad Canslo")],
    case("a title of cancelled payments", lines(("Cancelled payments, April 2023",), HEADER, *ROWS), refused="not paid"),
    case("a title that leaves out cancelled payments", lines(("Payments excluding cancelled cheques",), HEADER, *ROWS)),
    *[Case(f"a sheet of {name}", book(named(name)), "a.xlsx", says=("not paid",)) for name in ("Reversed", "Stopped cheques", "Void", "On Hold", "Wedi'i ganslo")],
    case("every row unpaid", lines((*HEADER, "Status"), *[(*row, "Unpaid") for row in ROWS]), refused="not paid"),
    Case("a sheet of commitments", book(not_paid), "a.xlsx", says=("not paid",)),
    # Other lists.
    case("invoices to customers", lines(("Customer Name", "Invoice Number", "Invoice Date", "Net Amount"), *[(s, r, d, a) for s, d, a, r in ROWS]), refused="customers"),
    case("journeys", lines(("Name", "Date", "Destination", "Purpose of trip", "Total cost (£)"), *[("A B", d, "Leeds", "Talk", a) for _, d, a, _ in ROWS]), refused="journeys"),
    case("mileage claims", lines(("First Name", "Last Name", "Claim Date", "Miles", "Amount"), *[("A", "B", d, "12", a) for _, d, a, _ in ROWS]), refused="claims for expenses"),
    case("expense claims of employees", lines(("Employee Name", "Date of Claim", "Expense Type", "Amount Paid", "Payment Date"), *[("A B", d, "Meal", a, d) for _, d, a, _ in ROWS]), refused="claims for expenses"),
    # Days.
    case("year, day, month, as the name tells", lines(APRIL_HEADER, *EARLY), file="spend-april-2023.csv", says=("year, day, month",), **EARLY_TRUTH),
    case("year, day, month, as days past the 12th tell", lines(APRIL_HEADER, *[(f"{d[6:]}-{d[:2]}-{d[3:5]}", *rest) for d, *rest in APRIL]), says=("year, day, month",), **APRIL_TRUTH),
    case("year, day, month, and nothing tells", lines(APRIL_HEADER, *EARLY), rows=12, total="7803.00", first="2023-01-04", last="2023-12-04", says=("may be written year, day, month",), sure=(0, 0.7)),
    case("single days exchanged, as the name tells", lines(APRIL_HEADER, *MAY), file="spend_2024-05.csv", says=("exchanged",), sure=(0, 0.9), **MAY_TRUTH),
    case("single days exchanged, as the others tell", lines(APRIL_HEADER, *MAY), says=("exchanged",), sure=(0, 0.9), **MAY_TRUTH),
    case("single days of other months are left", lines(APRIL_HEADER, *MAY[:2], ("05/03/2024", *MAY[2][1:]), *MAY[3:4]), rows=4, total="1001.00", first="2024-03-05", last="2024-05-28"),
    case("Welsh months", lines(("Cyflenwr", "Swm", "Dyddiad"), *[(s, a, f"{n} {m} 2023") for n, (s, a, m) in enumerate(YEAR, 1)]), rows=12, total="7803.00", first="2023-01-01", last="2023-12-12", sure=(0.95, 1)),
    case("a column for the year and one for the month", lines(("Year", "Month", "Supplier Name", "Amount"), *[("2023", "April", s, a) for s, _, a, _ in ROWS]), first="2023-04-01", last="2023-04-01", columns={"date": "Month, Year"}),
    case("a column for each part of the day", lines(("Day", "Month", "Year", "Supplier Name", "Amount"), *[(d[:2], "4", "2023", s, a) for s, d, a, _ in ROWS]), columns={"date": "Day, Month, Year"}),
    case("months of a financial year", lines(("Financial Year", "Month", "Supplier Name", "Amount"), *[("2022/23", m, s, a) for m, (s, _, a, _) in zip(("Dec", "Jan", "Feb", "Mar"), ROWS, strict=True)]), first="2022-12-01", last="2023-03-01"),
    case("a month that the file's name denies", lines(APRIL_HEADER, *APRIL), file="spend-2023-05-may.csv", says=("its name says 2023-05",), **APRIL_TRUTH),
    # Columns.
    case("a merchant category is no supplier", lines(("Merchant Category", "Date", "Amount", "Ref"), *[("Travel Services Ltd", d, a, r) for _, d, a, r in ROWS]), says=("no supplier column",), sure=(0, 0.6)),
    case("supplier and department exchanged", lines(("Supplier Name", "Payment Date", "Net Amount", "Department"), *[("Care Services", d, a, s) for d, s, a, _ in APRIL]), suppliers=tuple(row[1] for row in APRIL), says=("seem to be exchanged",), **SAID, **APRIL_TRUTH),
    case("amount and number exchanged", lines(("Supplier Name", "Payment Date", "Net Amount", "Transaction No"), *[(s, d, f"70001{n:02d}", a) for n, (d, s, a, _) in enumerate(APRIL)]), says=("seem to be exchanged",), **SAID, **APRIL_TRUTH),
    case("net and VAT exchanged", lines(("Supplier Name", "Payment Date", "Net Amount", "VAT"), *[(s, d, f"{float(a) / 5:.2f}", a) for d, s, a, _ in APRIL]), says=("seem to be exchanged",), **SAID, **APRIL_TRUTH),
    case("a supplier column of numbers says so", table(rows=[(f"9000{n}", *row[1:]) for n, row in enumerate(ROWS)]), says=("the figures are sure, who was paid is not",), sure=(0, 0.85)),
    # What a file gives away.
    case("banking and personal columns", lines((*HEADER, "Sort Code", "Account Number", "Email"), *[(*row, "20-00-00", "12345678", "a@example.org") for row in ROWS]), says=("'Sort Code', 'Account Number', 'Email' are personal or banking details",)),
    case("banking details under another name", lines((*HEADER, "Notes"), *[(*row, "QQ123456C".replace("QQ", "AB")) for row in ROWS]), says=("National Insurance",)),
    Case("a hidden column", book(hidden), "a.xlsx", says=("column A ('Payee in full') is hidden and holds 4 names",), suppliers=tuple(row[0] for row in ROWS)),
    Case("rows filtered out", book(filtered), "a.xlsx", says=("1 row is filtered out",), **SAID),
    # Sheets.
    Case("a sheet and its revision", book(revised), "a.xlsx", total="1727.75", says=("superseded by sheet 'April 2023 (revised)'",)),
    Case("a sheet within another", book(within), "a.xlsx", says=("'Place only'",)),
    Case("sheets that overlap", book(overlapping), "a.xlsx", rows=8, total="2260.00", says=("3 payments alike",), sure=(0, 0.7)),
]  # fmt: skip
