"""Ways to write money."""

from tests.build.payments.gallery.case import HEADER, ROWS, case, lines, table


def written(how, header=HEADER):
    """The usual rows with every amount written another way."""
    return table(header, [(name, day, how(amount), ref) for name, day, amount, ref in ROWS])


def pounds(amount: str) -> float:
    return float(amount)


def brackets(amount: str) -> str:
    value = pounds(amount)
    return f"({-value:,.2f})" if value < 0 else f"{value:,.2f}"


def late_minus(amount: str) -> str:
    value = pounds(amount)
    return f"{abs(value):,.2f}{'-' if value < 0 else ''}"


def suffix(amount: str) -> str:
    value = pounds(amount)
    return f"{abs(value):.2f} {'Cr' if value < 0 else 'Dr'}"


def continental(amount: str) -> str:
    return f"{pounds(amount):,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")


NET_VAT = ("Supplier", "Invoice Date", "Net", "VAT", "Gross", "Payment Date")
NET_VAT_ROWS = [
    (s, "01/01/2020", a, f"{float(a) / 5:.2f}", f"{float(a) * 1.2:.2f}", d) for s, d, a, _ in ROWS
]
DEBITS = [
    (s, d, a if float(a) > 0 else "", "" if float(a) > 0 else a.strip("-")) for s, d, a, _ in ROWS
]
DEBIT_HEADER = ("Supplier", "Date Paid", "Debit", "Credit")
SIGNED = [(s, d, a.strip("-"), "CR" if a.startswith("-") else "DR") for s, d, a, _ in ROWS]
CASES = [
    case("pound signs and commas", written(lambda a: f"£{pounds(a):,.2f}")),
    case("pound signs in cp1252", written(lambda a: f"£{pounds(a):,.2f}"), "cp1252"),
    case("pound signs in cp850", written(lambda a: f"£{pounds(a):,.2f}"), "cp850"),
    case("oe for the pound, saved as UTF-8", written(lambda a: f"œ{pounds(a):,.2f}")),
    case("spaces about", written(lambda a: f"  {pounds(a):,.2f}  ")),
    case("pound then spaces", written(lambda a: f" £   {pounds(a):,.2f} ")),
    case("minus before the pound", written(lambda a: f"£{pounds(a):,.2f}".replace("£-", "-£"))),
    case("a true minus sign", written(lambda a: a.replace("-", "\u2212"))),
    case("brackets", written(brackets)),
    case("brackets about a pound sign", written(lambda a: brackets(a).replace("(", "(£"))),
    case("a pound sign before brackets", written(lambda a: "£" + brackets(a))),
    case("late minus", written(late_minus)),
    case("Cr and Dr", written(suffix)),
    case("Cr and Dr before", written(lambda a: f"{'CR' if a[0] == '-' else 'DR'} {a.strip('-')}")),
    case("formulas that keep text", written(lambda a: f'="{a}"')),
    case("GBP before", written(lambda a: f"GBP {pounds(a):,.2f}")),
    case("GBP behind", written(lambda a: f"{a} GBP")),
    case("float noise", written(lambda a: f"{pounds(a):.13f}")),
    case("scientific", written(lambda a: f"{pounds(a):.6E}")),
    case("text marks of a spreadsheet", written(lambda a: "'" + a)),
    case("no pence", written(lambda a: str(round(pounds(a)))), total="1627.00"),
    case(
        "continental, semicolons",
        lines(
            HEADER, *[(s, d, continental(a), r) for s, d, a, r in ROWS], delimiter=";", quote=False
        ),
        says=("comma before the pence",),
    ),
    case(
        "continental, with and without pence",
        lines(
            HEADER,
            ("A", "03/04/2023", "1.000,50", "1"),
            ("B", "26/04/2023", "1.200", "2"),
            ("C", "26/04/2023", "600", "3"),
            delimiter=";",
        ),
        rows=3,
        total="2800.50",
        says=("comma before the pence",),
    ),
    case(
        "three figures after the point",
        table(rows=[("A", "03/04/2023", "1.250", "1"), ("B", "26/04/2023", "3.500", "2")]),
        rows=2,
        total="4.75",
        says=("three figures after the point",),
        sure=(0, 0.8),
    ),
    case("only a pound sign for a header", written(str, ("Supplier", "Date", "£", "Ref"))),
    case("only oe for a header", written(str, ("Supplier", "Date", "œ", "Ref")), "cp1252"),
    case(
        "oe for a header as UTF-8",
        written(str, ("Supplier", "Date", "Net Amount (œ)", "Ref")),
        columns={"amount": "Net Amount (œ)"},
    ),
    case("stray bracket in the header", written(str, ("Supplier", "Date", "Amount £)", "Ref"))),
    case(
        "net, VAT and gross",
        lines(NET_VAT, *NET_VAT_ROWS),
        columns={"amount": "Net", "date": "Payment Date"},
        says=("'Gross'",),
    ),
    case(
        "gross first, then net",
        lines(
            ("Supplier", "Date", "Gross Amount", "VAT Amount", "Amount Excluding VAT"),
            *[(s, d, g, v, n) for s, _, n, v, g, d in NET_VAT_ROWS],
        ),
        columns={"amount": "Amount Excluding VAT"},
    ),
    case(
        "gross only",
        table(("Supplier", "Date", "Gross Amount", "Ref")),
        says=("VAT",),
    ),
    case(
        "amount including VAT only",
        table(("Supplier", "Date", "Amount (inc VAT)", "Ref")),
        says=("VAT",),
    ),
    case(
        "invoice total beside the line's amount",
        lines(
            ("Supplier", "Date", "Total Invoice Amount", "Line Amount"),
            *[(s, d, "9000.00", a) for s, d, a, _ in ROWS],
        ),
        columns={"amount": "Line Amount"},
    ),
    case(
        "debit and credit columns",
        lines(DEBIT_HEADER, *DEBITS),
        says=("credit",),
        columns={"amount": "Debit"},
    ),
    case(
        "debit and credit columns, zeros for nothing",
        lines(DEBIT_HEADER, *[(s, d, a or "0.00", c or "0.00") for s, d, a, c in DEBITS]),
    ),
    case(
        "debit and credit columns, credits already negative",
        lines(DEBIT_HEADER, *[(s, d, a, c and "-" + c) for s, d, a, c in DEBITS]),
    ),
    case(
        "a column of signs",
        lines(("Supplier", "Date", "Amount", "DR/CR"), *SIGNED),
        says=("credit",),
    ),
    case(
        "a column of signs beside signed amounts",
        lines(
            ("Supplier", "Date", "Amount", "Debit/Credit"),
            *[(s, d, a, "Credit" if a[0] == "-" else "Debit") for s, d, a, _ in ROWS],
        ),
    ),
    case(
        "zero amounts are payments",
        table(rows=[*ROWS, ("Zero Ltd", "26/04/2023", "0.00", "9")]),
        rows=5,
    ),
    case(
        "a dash for nothing is no amount",
        table(rows=[*ROWS, ("Dash Ltd", "26/04/2023", "-", "9")]),
        aside={"the amount cannot be read": 1},
    ),
    case(
        "withheld amounts",
        table(rows=[*ROWS, ("R Ltd", "26/04/2023", "REDACTED", "9")]),
        aside={"the amount is withheld": 1},
    ),
    case(
        "thousands in the header",
        written(str, ("Supplier", "Date", "Amount £000s", "Ref")),
        refused="not in pounds",
    ),
    case(
        "thousands in the header, another way",
        written(str, ("Supplier", "Date", "Amount (£'000)", "Ref")),
        refused="not in pounds",
    ),
    case(
        "thousands in a title",
        lines(("Payments 2023 (all figures in £000s)",), HEADER, *ROWS),
        refused="not in pounds",
    ),
    case(
        "a threshold is no unit",
        lines(
            ("Payments over £25,000",), ("Supplier", "Date", "Amount over £25,000", "Ref"), *ROWS
        ),
    ),
    case(
        "the net amount left blank and a gross amount given",
        lines(
            ("Supplier", "Date", "Amount", "Currency"), *[(s, d, a, "GBP") for s, d, a, _ in ROWS]
        ),
    ),
    case(
        "another currency",
        lines(
            ("Supplier", "Date", "Amount", "Currency"),
            *[(s, d, a, "EUR" if i else "GBP") for i, (s, d, a, _) in enumerate(ROWS)],
        ),
        says=("EUR",),
    ),
]
