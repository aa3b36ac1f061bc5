"""Ways to write a day, and files without one."""

# ruff: noqa: E501

from datetime import date, datetime, timedelta

from tests.build.payments.gallery.case import HEADER, ROWS, case, lines, table


def day(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").date()


def written(form: str, header=HEADER) -> str:
    """The usual rows with every date in another form."""
    return table(header, [(s, day(d).strftime(form), a, r) for s, d, a, r in ROWS])


def serial(text: str) -> str:
    return str((day(text) - date(1899, 12, 30)).days)


UNDATED = [(s, a, r) for s, _, a, r in ROWS]
UNDATED_HEADER = ("Supplier", "Net Amount", "Invoice Ref")
EARLY = [(f"S{n} Ltd", f"{n:02d}/05/2023", "10.00", f"R{n}") for n in range(1, 13)]
AMERICAN_EARLY = [(s, f"05/{d[:2]}/2023", a, r) for s, d, a, r in EARLY]
FORMS = (
    "%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d.%m.%Y", "%d.%m.%y", "%d-%b-%y", "%d-%b-%Y",
    "%d %b %Y", "%d %B %Y", "%A, %d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%Y/%m/%d", "%Y%m%d",
    "%Y-%m-%dT00:00:00", "%Y-%m-%dT00:00:00.000Z", "%Y-%m-%d 00:00:00.000", "%Y-%m-%d 00:00:00+01:00",
    "%d/%m/%Y 00:00", "%d/%m/%Y 00:00:00", "%d/%m/%Y 12:00:00 AM", "%d-%b-%y 00:00", "%d-%b-%y 00.00.00",
    "%d%b%Y", "%d-%B-%Y", "%d/%b/%Y", " %d/%m/%Y ", "%a %d/%m/%Y", "%Y%m%d000000", "%d%m%Y",
    "%b %d %Y 12:00AM",
)  # fmt: skip
CASES = [
    *(case(f"date as {form}", written(form)) for form in FORMS),
    case(
        "days that lost their first nought",
        table(rows=[(s, d.replace("/", "").lstrip("0"), a, r) for s, d, a, r in ROWS]),
    ),
    case("serial numbers", table(rows=[(s, serial(d), a, r) for s, d, a, r in ROWS])),
    case(
        "serial numbers among dates",
        table(rows=[(s, serial(d) if n % 2 else d, a, r) for n, (s, d, a, r) in enumerate(ROWS)]),
    ),
    case("American order, told by the 14th", written("%m/%d/%Y"), says=("month first",)),
    case("American order with short years", written("%m/%d/%y"), says=("month first",)),
    case("American order without leading zeros", written("%-m/%-d/%Y 0:00"), says=("month first",)),
    case(
        "American order that the file's name alone tells",
        table(rows=AMERICAN_EARLY),
        file="spend-May-2023.csv",
        rows=12,
        total="120.00",
        first="2023-05-01",
        last="2023-05-12",
        says=("month first",),
    ),
    case(
        "either order, and nothing tells",
        table(rows=[r for r in AMERICAN_EARLY if r[1] != "05/05/2023"][1:]),
        rows=10,
        total="100.00",
        first="2023-02-05",
        last="2023-12-05",
        says=("month first",),
        sure=(0.0, 0.7),
    ),
    case(
        "one month day first, as its name says",
        table(rows=EARLY),
        file="2023-05.csv",
        rows=12,
        total="120.00",
        first="2023-05-01",
        last="2023-05-12",
        sure=(0.9, 1.0),
    ),
    case(
        "midnight in summer as universal time",
        table(
            rows=[
                (s, f"{day(d) - timedelta(days=1):%Y-%m-%d}T23:00:00.000Z", a, r)
                for s, d, a, r in ROWS
            ]
        ),
    ),
    case(
        "year first in two digits",
        table(rows=[(f"S{n} Ltd", f"23/04/{n:02d}", "1.00", n) for n in range(1, 29)]),
        rows=28,
        total="28.00",
        first="2023-04-01",
        last="2023-04-28",
    ),
    case(
        "day and month exchanged by a spreadsheet",
        table(
            rows=[
                ("E", "2023-01-04 00:00:00", "1.00", 1),
                ("F", "2023-12-04 00:00:00", "1.00", 2),
                *ROWS[1:],
            ]
        ),
        rows=5,
        total="629.25",
        first="2023-01-04",
        last="2023-12-04",
        says=("exchanged",),
        sure=(0, 0.7),
    ),
    case(
        "payment date beside invoice date",
        lines(
            ("Supplier", "Invoice Date", "Paid Date", "Amount"),
            *[(s, "01/01/2020", d, a) for s, d, a, _ in ROWS],
        ),
        columns={"date": "Paid Date"},
    ),
    case(
        "invoice date alone",
        table(("Supplier", "Invoice Date", "Amount", "Ref")),
        columns={"date": "Invoice Date"},
    ),
    case(
        "no date, the month in the file's name",
        lines(UNDATED_HEADER, *UNDATED),
        file="Payments over £500 - May 2023.csv",
        first=None,
        last=None,
        says=("2023-05",),
    ),
    case(
        "no date, the month in a title",
        lines(("Payments over £500 – May 2023",), UNDATED_HEADER, *UNDATED),
        first=None,
        last=None,
        says=("2023-05",),
    ),
    case(
        "months only",
        written("%b-%y"),
        first="2023-04-01",
        last="2023-04-01",
    ),
    case(
        "months only, as year and month",
        written("%Y-%m"),
        first="2023-04-01",
        last="2023-04-01",
    ),
    case(
        "months only, as month and year in figures",
        written("%m/%Y"),
        first="2023-04-01",
        last="2023-04-01",
    ),
    case(
        "impossible days are flagged",
        table(rows=[*ROWS, ("E Ltd", "31/04/2023", "1.00", "5"), ("F", "VARIOUS", "1.00", "6")]),
        rows=6,
        total="1629.75",
        says=("31/04/2023", "VARIOUS"),
    ),
    case(
        "a column called date that holds none",
        lines(
            ("Supplier", "Date", "Payment", "Amount"), *[(s, "n/a", d, a) for s, d, a, _ in ROWS]
        ),
    ),
    case(
        "a financial year's period beside the date",
        lines(
            ("Period", "Supplier", "Pay Date", "Amount"),
            *[("202301", s, d, a) for s, d, a, _ in ROWS],
        ),
        columns={"date": "Pay Date"},
    ),
    case(
        "a financial period alone is no month",
        lines(("Period", "Supplier", "Amount"), *[("01", s, a) for s, _, a, _ in ROWS]),
        first=None,
        last=None,
    ),
]
