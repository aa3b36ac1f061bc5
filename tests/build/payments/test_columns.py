import pytest

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
    assert columns_of(header, shapes_of(rows)).places["supplier"] == 1


def test_a_header_said_twice_is_settled_by_the_values():
    header = ["Supplier", "PAYMENT AMOUNT", "PAYMENT AMOUNT"]
    rows = [(n, ["A Ltd", "01/07/2024", "27.61"]) for n in range(9)]
    assert columns_of(header, shapes_of(rows)).places["amount"] == 2
