"""Where a header, a title, a total and the cells of a row may stand."""

# ruff: noqa: E501

from tests.build.payments.gallery.case import HEADER, ROWS, case, lines, table

LGA = (
    "Organisation Code", "Organisation Label", "Effective Date", "Directorate", "Service Category Label",
    "Service Category URI", "Responsible Unit", "Expense Type", "Payment Date", "Transaction Number",
    "Amount", "Summary Of Purpose", "Beneficiary Name", "Supplier ID", "Irrecoverable VAT", "Merchant Category",
)  # fmt: skip
LGA_ROWS = [
    ("E08000001", "Anywhere Council", "30/06/2023", "Place", "Highways", "http://x.test/1", "Roads",
     "Works", d, r, a, "Repairs", s, "90001", "0.00", "Building")
    for s, d, a, r in ROWS
]  # fmt: skip
TITLES = (
    ("Anywhere Borough Council",),
    ("Payments to suppliers over £500",),
    (),
    ("April 2023",),
    (),
)
TOTAL = ("", "", "1627.75", "")
REPEATED = [HEADER, *ROWS[:2], HEADER, *ROWS[2:]]
BY_SUPPLIER = []
for _row in ROWS:
    BY_SUPPLIER += [_row, (f"{_row[0]} Total", "", _row[2], "")]
COMMAS = ["Smith, Jones & Co", "Beta plc", "A, B, C Limited", "Delta Trust"]
PIVOT = [(s, a) for s, _, a, _ in ROWS]
NO_DAYS = {"first": None, "last": None}
CASES = [
    case("plain", table(), sure=(0.95, 1.0)),
    case("the LGA's schema", lines(LGA, *LGA_ROWS), columns={"supplier": "Beneficiary Name", "date": "Payment Date", "amount": "Amount"}),
    case("titles above", lines(*TITLES, HEADER, *ROWS)),
    case("titles far above", lines(*[("Note",)] * 40, HEADER, *ROWS)),
    case("a note with a date and a sum above", lines(("Run on", "01/05/2023"), ("Total value", "1627.75"), HEADER, *ROWS)),
    case("header last", lines(*ROWS, HEADER)),
    case("no header", lines(*ROWS), says=("no row names the columns",), sure=(0.0, 0.7)),
    case("no header and two columns of money", lines(*[(s, d, a, f"{float(a) / 5:.2f}") for s, d, a, _ in ROWS]), refused="may be in column"),
    case("no header and columns that never change", lines(*[("Anytown Council", "1.00", "09/09/2024", *row) for row in ROWS]), sure=(0, 0.7), suppliers=tuple(s for s, *_ in ROWS)),
    case(
        "group header above the header",
        lines(("Payee", "", "Payment", ""), ("Name", "Ref", "Date", "Net Amount"), *[(s, r, d, a) for s, d, a, r in ROWS]),
    ),
    case(
        "a header on two lines",
        lines(("Supplier", "Payment", "Net", "Transaction"), ("Name", "Date", "Amount", "No"), *ROWS),
    ),
    case(
        "a header partly merged over two lines",
        lines(("Supplier Name", "", "Paid", ""), ("", "Date", "Amount", "Ref"), *ROWS),
        columns={"supplier": "Supplier Name"},
    ),
    case("header repeated on every page", lines(*REPEATED), aside={"a header repeated": 1}),
    case(
        "page numbers between the pages",
        lines(*REPEATED[:3], ("Page 1 of 2",), *REPEATED[3:]),
        aside={"a header repeated": 1, "no amount": 1},
    ),
    case("grand total last", table(rows=[*ROWS, TOTAL]), aside={"a grand total of the rows above": 1}),
    case("grand total labelled under the supplier", table(rows=[*ROWS, ("Grand Total", "", "1627.75", "")]), aside={"a grand total of the rows above": 1}),
    case("grand total labelled under the date", table(rows=[*ROWS, ("", "TOTAL", "1627.75", "")]), aside={"a grand total of the rows above": 1}),
    case("grand total labelled under the reference", table(rows=[*ROWS, ("", "", "1627.75", "Total:")]), aside={"a grand total of the rows above": 1}),
    case("grand total then notes", table(rows=[*ROWS, TOTAL, (), ("Source: finance system",)]), aside={"a grand total of the rows above": 1, "no amount": 1}),
    case("grand total above the rows", table(rows=[("Total", "", "1627.75", ""), *ROWS]), aside={"a grand total of the rows below": 1}),
    case("grand total above the header", lines(("Total", "", "1627.75", ""), HEADER, *ROWS)),
    case("a total that does not add up", table(rows=[*ROWS, ("Total", "", "9999.00", "")]), aside={"a total, which is not the sum of the rows above": 1}, says=("not the sum",)),
    case("subtotals per supplier", table(rows=[*BY_SUPPLIER, ("Grand Total", "", "1627.75", "")]), aside={"a subtotal of the rows above": 4, "a grand total of the rows above": 1}),
    case("subtotals in blank rows", table(rows=[*ROWS[:2], ("", "", "980.50", ""), *ROWS[2:], ("", "", "647.25", "")]), aside={"a subtotal of the rows above": 2}),
    case("a supplier called Total is paid", table(rows=[*ROWS, ("Total Gas & Power Ltd", "26/04/2023", "1.00", "9")]), rows=5, total="1628.75"),
    case("a supplier called Total, undated", lines(("Supplier", "Amount"), *PIVOT, ("Total Fitness", "1.00")), rows=5, total="1628.75", **NO_DAYS),
    case("a count and a total below", table(rows=[*ROWS, ("Number of payments", "", "4", ""), ("Total value", "", "1627.75", "")]), aside={"a count, not an amount": 1, "a grand total of the rows above": 1}),
    case("notes below", table() + "\n* Payments are net of VAT\nTotal number of payments: 4\n", aside={"no amount": 2}),
    case("Welsh names", table(("Cyflenwr", "Dyddiad Talu", "Swm (£)", "Cyfeirnod"))),
    case("Welsh and English names", table(("Enw'r Cyflenwr / Supplier Name", "Dyddiad / Date", "Swm / Amount", "Ref"))),
    case("Welsh and English in one word", table(("Cyflenwr/Supplier", "Dyddiad/Date", "Swm/Amount (£)", "Ref")), columns={"supplier": "Cyflenwr/Supplier"}),
    case("credit notes without a minus", lines(("Supplier", "Date", "Amount", "Document Type"), *[(s, d, a.strip("-"), "Credit Note" if a[0] == "-" else "Invoice") for s, d, a, _ in ROWS]), total="1667.75", says=("called a credit",), sure=(0, 0.9)),
    case("a pivot table", lines(("Row Labels", "Sum of Amount"), *PIVOT, ("Grand Total", "1627.75")), aside={"a grand total of the rows above": 1}, **NO_DAYS),
    case("a pivot table of two header rows", lines(("Sum of Invoice Nett Amount", ""), ("Supplier Name", "Total"), *PIVOT), columns={"amount": "Total"}, **NO_DAYS),
    case(
        "a pivot table with each supplier above its parts",
        lines(("Row Labels", "Sum of Amount"), *[row for s, a in PIVOT for row in ((s, a), ("Works", a))], ("Grand Total", "1627.75")),
        refused="more than one level",
    ),
    case(
        "a supplier named once for its rows",
        table(rows=[ROWS[0], ("", *ROWS[1][1:]), *ROWS[2:]]),
        says=("no supplier",),
    ),
    case("leaked SQL above", lines(("query select a.supplier, b.amount\n from payments b\n where b.amount > 500",), ("columns,text supplier_name",), HEADER, *ROWS)),
    case("a machine's header above the human's", lines(("apar_name", "pay_date", "amount", "trans_no"), HEADER, *ROWS), aside={"a header repeated": 1}),
    case("leading blank columns", lines(*[("", "", *row) for row in (HEADER, *ROWS)])),
    case("trailing blank columns", lines(*[(*row, *[""] * 200) for row in (HEADER, *ROWS)])),
    case("blank columns between", lines(*[sum(((cell, "") for cell in row), ()) for row in (HEADER, *ROWS)])),
    case("blank rows between", lines(HEADER, *[row for pair in zip(ROWS, [()] * 4, strict=True) for row in pair])),
    case("rows of commas at the end", table() + ",,,\n" * 50),
    case("quoted line breaks", table(rows=[(f"{s}\nHigh Street", d, a, r) for s, d, a, r in ROWS])),
    case("line breaks in the header", lines(("Supplier\nName", "Payment\nDate", "Net\nAmount", "Transaction\nNo"), *ROWS)),
    case("stars and spaces in the header", lines(("Supplier Name *******", " * Date Paid ", "  AMOUNT  ", "Ref."), *ROWS)),
    case(
        "commas not quoted in the supplier's name",
        lines(HEADER, *[(s, d, a, r) for s, (_, d, a, r) in zip(COMMAS, ROWS, strict=True)], quote=False),
        says=("comma",),
        suppliers=tuple(COMMAS),
    ),
    case(
        "commas not quoted, and a number where the amount would stand",
        lines(("Supplier Name", "Transaction No", "Net Amount", "Payment Date"), *[(s, r, a, d) for s, (_, d, a, r) in zip(COMMAS, ROWS, strict=True)], quote=False),
        suppliers=tuple(COMMAS),
    ),
    case("an extra cell beyond the header is left alone", lines(HEADER, *ROWS[:3], (*ROWS[3], "#N/A"))),
    case("a short last row", table() + "Cut off Lt", aside={"no amount": 1}),
    case("a name given twice, as number and as text", lines(("Supplier Name", "Supplier Name", "Date", "Amount"), *[("90001", s, d, a) for s, d, a, _ in ROWS]), suppliers=tuple(s for s, *_ in ROWS)),
    case("supplier's number and name", lines(("Supplier ID", "FINAL Supplier name", "Supplier name as paid", "Date", "Amount"), *[("90001", s, "x" + s, d, a) for s, d, a, _ in ROWS]), columns={"supplier": "FINAL Supplier name"}),
    case("one name for two columns, the date under one", lines(("Supplier", "PAYMENT AMOUNT", "PAYMENT AMOUNT"), *[(s, d, a) for s, d, a, _ in ROWS])),
    case("a header that names only the amount", lines(("Body", "Who", "When", "Amount", "Ref"), *[("Anywhere", s, d, a, r) for s, d, a, r in ROWS])),
    case("tables of other columns below each other", table(rows=ROWS[:2]) + "\n" + lines(("Date", "Payee", "Value"), *[(d, s, a) for s, d, a, _ in ROWS[2:]]), says=("2 tables",), suppliers=tuple(s for s, *_ in ROWS)),
    case("tables side by side", lines(("Supplier", "Date", "Amount") * 2, *[row[:3] * 2 for row in ROWS]), refused="side by side"),
    case("pounds and pence in two columns", lines(("Supplier", "Date", "Pounds", "Pence"), *[(s, d, "100", "50") for s, d, *_ in ROWS]), refused="pounds and one of pence"),
    case("a column for each month", lines(("Supplier", "Apr-23", "May-23", "Jun-23", "Total"), ("A Ltd", "1.00", "2.00", "3.00", "6.00"), ("B Ltd", "1.00", "", "3.00", "4.00")), refused="each month"),
    case("credits and payments exchanged", table(rows=[(s, d, str(-abs(float(a))), r) for s, d, a, r in ROWS]), total="-1667.75", says=("negative",)),
    case(
        "a report of SAP",
        lines(("Vendor Line Item Display",), ("---------",), ("", "Vendor", "Name 1", "Pstng Date", "Amount in LC"), *[("", r, s, d.replace("/", "."), a) for s, d, a, r in ROWS], ("", "* 99", "", "", "1627.75"), delimiter="|"),
        aside={"a grand total of the rows above": 1},
        columns={"supplier": "Name 1"},
    ),
    case("words of other registers beside a payment's own", lines(("Supplier Name", "Contract Ref", "Contract Title", "Contract Start Date", "Supplier Postcode", "Site Postcode", "Grade", "Job Title", "Budget", "Variance", "Payment Date", "Amount"), *[(s, "1", "x", "01/01/2020", "AB1", "AB2", "x", "y", "", "", d, a) for s, d, a, _ in ROWS]), columns={"date": "Payment Date", "supplier": "Supplier Name"}),
    case("an order's day and sum beside the invoice's", lines(("Supplier", "PO Date", "PO Value", "Invoice Date", "Amount Paid"), *[(s, "01/01/2020", "500.00", d, a) for s, d, a, _ in ROWS]), columns={"date": "Invoice Date", "amount": "Amount Paid"}),
    case("a dated total", table(rows=[*ROWS, ("Total", "30/04/2023", "1627.75", "")]), aside={"a grand total of the rows above": 1}),
    case("a dated total without a name", table(rows=[*ROWS, ("", "30/04/2023", "1627.75", "")]), aside={"a grand total of the rows above": 1}),
    case("totals with and without VAT", table(rows=[*ROWS, ("Total excluding VAT", "", "1627.75", ""), ("VAT", "", "325.55", ""), ("Total including VAT", "", "1953.30", "")]), aside={"a subtotal of the rows above": 1, "a total, which is not the sum of the rows above": 2}),
    case("sums carried from page to page", table(rows=[*ROWS[:2], ("Page Total", "", "980.50", ""), ("Carried forward", "", "980.50", ""), ("Brought forward", "", "980.50", ""), *ROWS[2:], ("Total", "", "1627.75", "")]), aside={"a subtotal of the rows above": 1, "a grand total of the rows above": 3}),
    case("a total of nothing", table(rows=[ROWS[0], ("Alpha Ltd", "26/04/2023", "-1000.50", "2"), ("Total", "", "0.00", "")]), rows=2, total="0.00", aside={"a grand total of the rows above": 1}),
    case("payments for works called a total", table(("Supplier", "Date", "Amount", "Description"), [("A", "03/04/2023", "5.00", "Total"), ("B", "04/04/2023", "5.00", "Subtotal"), ("C", "26/04/2023", "10.00", "Grand Total")]), rows=3, total="20.00"),
    case("every row there twice", table(rows=[*ROWS, *ROWS]), rows=8, total="3255.50", says=("twice",), sure=(0, 0.6)),
    case("every row there twice, one under the other", table(rows=[row for row in ROWS for _ in (1, 2)]), rows=8, total="3255.50", says=("twice",), sure=(0, 0.6)),
    case("no supplier column", lines(("Directorate", "Date", "Amount"), *[("Place", d, a) for _, d, a, _ in ROWS]), says=("no supplier column",), sure=(0, 0.6)),
]  # fmt: skip
