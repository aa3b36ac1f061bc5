"""What a file gives away is said first, and goes no further than the file."""

from data.build.payments import read
from data.build.payments.report import as_frame, as_json
from tests.build.payments.gallery.case import HEADER, ROWS, lines
from tests.build.payments.gallery.slips import TYPED, book, write

BANKING = ("Sort Code", "Account Number", "NI Number", "Email")
DETAILS = ("20-00-00", "12345678", "QQ123456C", "someone@example.org")


def test_banking_details_are_said_before_all_else_and_kept_nowhere():
    text = lines((*HEADER, *BANKING), *[(*row, *DETAILS) for row in ROWS], *[(*ROWS[0], *DETAILS)])
    found = read("a.csv", text.encode())
    told = as_json(found)
    assert "'Sort Code', 'Account Number', 'NI Number', 'Email'" in told["problems"][0]
    assert told["exposed"] == told["problems"][:1]
    kept = " ".join(str(cell) for row in as_frame(found).iter_rows() for cell in row)
    assert not any(detail in kept for detail in DETAILS)


def test_a_hidden_column_is_read_only_where_nothing_shown_has_its_field():
    def fill(workbook):
        rows = [("Supplier", *HEADER), *[("Mrs A Sample", *row) for row in TYPED]]
        sheet = write(workbook, rows, "April")
        sheet.set_column(0, 0, None, None, {"hidden": True})

    found = read("a.xlsx", book(fill))
    assert found.columns["supplier"] == "Supplier Name"
    kept = " ".join(str(cell) for row in as_frame(found).iter_rows() for cell in row)
    assert "Sample" not in kept and "column A ('Supplier') is hidden" in found.problems[0]


def test_an_order_number_of_sixteen_figures_is_no_card():
    header = (*HEADER, "Order")
    plain = lines(header, *[(*row, f"100000000000000{n}") for n, row in enumerate(ROWS)])
    card = lines(header, *[(*row, "4111111111111111") for row in ROWS])
    assert not read("a.csv", plain.encode()).exposed
    assert "whole card numbers" in read("a.csv", card.encode()).exposed[0]
