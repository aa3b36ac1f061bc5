import pytest

from data.build.payments.cells import of_rows
from data.build.payments.columns import columns_of
from data.build.payments.shapes import shapes_of
from data.build.payments.vocabulary import meanings, plain


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Net Amount(£)", "amount"),
        ("Invoice Line Value (net of VAT)", "amount"),
        ("Total (excludes VAT)", "amount"),
        ("Sum of Amount", "amount"),
        ("Amount £)", "amount"),
        ("£", "amount"),
        ("œ", "amount"),
        (" NetAmount ", "amount"),
        ("PAYMENT AMOUNT", "amount"),
        ("DatePaid", "date"),
        ("Clearing Date", "date"),
        ("Benificiary (Merchant)", "supplier"),
        ("Name:  ", "supplier"),
        ("* SUPPLIER FINAL", "supplier"),
        ("FINAL Supplier name", "supplier"),
        ("Supplier Name *******", "supplier"),
        ("Name of  Body", "body"),
        ("Directotate", "department"),
        ("Irrecoverable VAT Amount", "irrecoverable_vat"),
        ("Company Registraation Number", "company_number"),
        ("Capital /Revenue", "capital_revenue"),
    ],
)
def test_a_header_in_its_spellings(header, field):
    found = meanings(header)
    assert max(found, key=found.get) == field


def test_vat_is_not_the_amount():
    assert "amount" not in meanings("TRANS TAX AMT") | meanings("Irrecoverable VAT Amount")


def test_plain():
    assert plain("* Benificiary (Merchant)") == "beneficiary merchant"


def test_numbers_are_no_names():
    header = ["Supplier Name", "Supplier Name(T)", "Date", "Amount"]
    rows = [(n, ["200227", "ARCO LTD", "2019-03-25", "27.61"]) for n in range(9)]
    assert columns_of(header, shapes_of(of_rows(rows))).places["supplier"] == 1


def test_a_header_said_twice_is_settled_by_the_values():
    header = ["Supplier", "PAYMENT AMOUNT", "PAYMENT AMOUNT"]
    rows = [(n, ["A Ltd", "01/07/2024", "27.61"]) for n in range(9)]
    assert columns_of(header, shapes_of(of_rows(rows))).places["amount"] == 2


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Value of Payment (£)", "amount"),
        ("Net £", "amount"),
        ("Amount Net of recoverable VAT", "amount"),
        ("Name of Supplier", "supplier"),
        ("Provider Name", "supplier"),
        ("Row Labels", "supplier"),
        ("Effective date of payment", "date"),
        ("Financial Period", "date"),
    ],
)
def test_a_header_that_no_file_at_hand_has(header, field):
    found = meanings(header)
    assert max(found, key=found.get) == field


def test_a_credit_column_beside_a_debit_column_is_said():
    header = ["Supplier", "Debit", "Credit", "Date"]
    rows = [(n, ["A Ltd", "27.61", "", "01/02/2024"]) for n in range(9)]
    rows += [(n, ["A Ltd", "", "1.50", "01/02/2024"]) for n in range(9)]
    found = columns_of(header, shapes_of(of_rows(rows)))
    assert (found.places["amount"], found.places["credit"]) == (1, 2)
    assert any("debits less credits" in text for _, text in found.doubts)


def test_a_date_under_another_name_is_found_by_its_values_and_said():
    header = ["Supplier", "Payment", "Net Amount"]
    rows = [(n, ["A Ltd", f"{n + 1:02d}/07/2024", "27.61"]) for n in range(9)]
    found = columns_of(header, shapes_of(of_rows(rows)))
    assert found.places["date"] == 1 and "no header names the date" in found.doubts[0][1]
