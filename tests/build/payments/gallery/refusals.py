"""What is no list of payments, and why."""

# ruff: noqa: E501

from tests.build.payments.gallery.case import HEADER, ROWS, Case, case, lines


def register(name: str, header, row, reason: str):
    """A list of another kind, of six alike rows."""
    return case(name, lines(header, *[row] * 6), refused=reason)


CASES = [
    Case("no bytes", b"", refused="empty"),
    Case("blanks", b" \r\n,,,\r\n", refused="no rows"),
    Case("a BOM alone", b"\xef\xbb\xbf", refused="empty"),
    Case("NULs alone", b"\0" * 500, refused="empty"),
    Case("header alone", lines(HEADER).encode(), refused="no rows below"),
    case("a nil return", "There were no payments over £500 in this month\n", refused="no payments"),
    case("a nil return below a header", lines(HEADER, ("Nil return for May 2023",)), refused="no payments"),
    case("a nil return below a title", lines(("Purchase cards",), HEADER, ("No transactions this month",)), refused="no payments"),
    case("an error page", "<!DOCTYPE html><html><head><title>404 Not found</title></head></html>", refused='web page, titled "404 Not found"'),
    case("an error page without a head", "<div><p>Sorry, this page cannot be found</p></div>", refused="web page"),
    case("an error as XML", '<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>', refused="XML"),
    case("an error as JSON", '{"error": "not found", "status": 404}', refused="JSON"),
    case("a pointer to a large file", "version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12\n", refused="pointer"),
    Case("a PDF", b"%PDF-1.7 ...", refused="a PDF"),
    Case("a picture", b"\x89PNG\r\n\x1a\n...", refused="a picture"),
    Case("noise", bytes(range(256)) * 20, refused="not text"),
    case("prose", "Dear Sir,\nplease find the payments, attached.\nYours, A\n", refused="no column of amounts"),
    register("contracts", ("Contract Reference", "Title", "Supplier Name", "Start Date", "End Date", "Review Date", "Contract Value"), ("C1", "Works", "A Ltd", "01/04/2023", "31/03/2025", "01/01/2025", "5000.00"), "contracts"),
    register("contracts in few words", ("Ref", "Title", "Supplier", "Start", "End", "Value"), ("1", "Works", "A Ltd", "01/04/2023", "31/03/2025", "5000.00"), "contracts"),
    register("grants in few words", ("Organisation", "Grant Amount", "Date Awarded", "Purpose"), ("A Trust", "5000.00", "01/04/2023", "Youth"), "grants"),
    register("credits on rates accounts", ("Account", "Name", "Address", "Credit Amount", "Date"), ("1", "A Ltd", "High St", "5.00", "01/04/2023"), "credits"),
    register("planning fees", ("Application Number", "Applicant", "Date Received", "Fee"), ("1", "A Ltd", "01/04/2023", "206.00"), "planning"),
    register("property", ("UPRN", "Asset name", "Tenure", "Easting", "Northing", "Value"), ("100", "Hall", "Freehold", "1", "2", "3.00"), "land and property"),
    register("salaries", ("Name", "Job Title", "Grade", "Salary", "Start Date"), ("A B", "Director", "D1", "120000.00", "01/04/2020"), "salaries"),
    register("salaries in bands", ("Post Title", "Department", "Salary Band", "Number of posts", "Date"), ("Head", "Place", "50000", "3", "01/04/2020"), "salaries"),
    register("grants", ("Date awarded", "Recipient organisation", "Amount awarded", "Purpose of grant", "Charity number"), ("01/04/2023", "A Trust", "5000.00", "Youth", "1"), "grants"),
    register("grants in the open standard", ("Identifier", "Title", "Description", "Currency", "Amount Awarded", "Award Date", "Recipient Org:Name", "Funding Org:Name"), ("g1", "Youth", "x", "GBP", "500.00", "2023-04-01", "A", "Council"), "grants"),
    register("business rates", ("Property Reference", "Liable Party Name", "Property Address", "Rateable Value", "Liability Start Date", "Relief"), ("1", "A Ltd", "High St", "5000", "01/04/2020", "SBRR"), "business rates"),
    register("parking", ("Financial year", "On-street parking income", "Off-street parking income", "Total expenditure", "Surplus"), ("2022", "100.00", "200.00", "50.00", "250.00"), "parking"),
    register("paid on time", ("Month", "Number of invoices paid", "Percentage paid within 30 days", "Interest paid"), ("01/04/2023", "5000", "98.2", "0.00"), "how promptly"),
    register("a budget", ("Service", "Original Budget", "Revised Budget", "Forecast Outturn", "Variance"), ("Roads", "100.00", "110.00", "120.00", "10.00"), "budget"),
    register("allowances", ("Councillor", "Basic Allowance", "Special Responsibility Allowance", "Travel", "Total"), ("A B", "10000.00", "500.00", "5.00", "10505.00"), "allowances"),
    register("orders", ("Purchase Order Number", "Order Date", "Supplier Name", "Order Value", "Description"), ("PO1", "01/04/2023", "A Ltd", "6000.00", "Works"), "orders"),
    register("income", ("Customer Name", "Customer Number", "Invoice Date", "Invoice Amount", "Amount Outstanding"), ("A Ltd", "7", "01/04/2023", "6000.00", "10.00"), "customers"),
    register("council tax bands", ("Band", "Number of properties", "Charge 2023"), ("A", "500", "1200.00"), "neither a supplier nor a date"),
    case("amounts of nobody on no day", lines(("Service", "Amount"), *[("Roads", a) for _, _, a, _ in ROWS]), refused="neither a supplier nor a date"),
]  # fmt: skip
