"""What the files of the seventy-nine bodies taught: each a reading that was wrong before."""

from datetime import date

import pytest

from data.build.payments import read
from data.build.payments.overrides import Override
from data.build.payments.report import total_gbp


def reading(text: str, override: Override | None = None):
    return read("made-up.csv", text.encode(), override=override)


def many(count: int, line: str) -> str:
    return "".join(line.format(n=n, pounds=1000 + n) for n in range(count))


def test_the_first_payment_below_a_header_is_no_second_line_of_it():
    """Hounslow: its words beside those of the header named one field more than the header."""
    text = (
        "OrganisationalUnit,ServiceCategoryLabel,BeneficiaryName,PaymentDate,TransactionNumber,"
        "Amount,Purpose,CategoryInternalName\n"
        "CAPITAL HRA,Housing,21 HEATING LTD,18/04/2023,5324708,13512.00,PAYMENT TO CONTRACTOR,"
        "Construction Industry suppliers (CIS)\n"
        "FINANCE,Revenue Recharges,8X8 UK LIMITED,25/04/2023,5324683,37192.51,COMPUTING,ICT\n"
    )
    found = reading(text)
    assert (len(found.payments), total_gbp(found)) == (2, "50704.51")
    assert found.columns["supplier"] == "BeneficiaryName"


def test_a_total_beside_the_number_of_rows_is_no_payment_though_it_is_rounded():
    """Transport for London: pounds are rounded in the rows and summed before."""
    rows = many(12, "TfL,Vendor {n} Ltd,Fees,{n},13 Oct 2023,{pounds}\n")
    found = reading(
        "Entity,Vendor,Expence Account,Document Number,Clearing Date,Amount\n"
        + rows
        + ',,,12,,"12,061"\n'
    )
    assert (len(found.payments), total_gbp(found)) == (12, "12066.00")
    assert "with their number" in found.set_aside[0].reason
    assert found.confidence > 0.9


def test_a_total_with_the_number_of_rows_that_does_not_add_up_is_said():
    """Transport for London's fourth period: 657.7 million below rows of 498.4 million."""
    rows = many(12, "TfL,Vendor {n} Ltd,Fees,{n},13 Oct 2023,{pounds}\n")
    found = reading(
        "Entity,Vendor,Expence Account,Document Number,Clearing Date,Amount\n"
        + rows
        + ',,,12,,"15,061"\n'
    )
    assert (len(found.payments), total_gbp(found)) == (12, "12066.00")
    assert any("not the sum of the rows above" in said for said in found.problems)
    assert found.confidence < 0.9


def test_a_last_row_that_is_the_sum_of_all_others_is_no_payment_whatever_it_says():
    """Telford, June 2023: the total stands in the place of the last payment's amount."""
    rows = many(12, "Care,Vendor {n} Ltd,0{n}/06/2023,{pounds}.10\n".replace("0{n}", "08"))
    found = reading(
        "Department,Supplier Name,Trans Date,Amount\n"
        + rows
        + "Legal,HM Courts,16/06/2023,12067.20\n"
    )
    assert (len(found.payments), total_gbp(found)) == (12, "12067.20")


def test_a_last_amount_with_nothing_beside_it_is_no_payment():
    """Kingston, September 2023: 28.3 million below rows of 27.9 million."""
    rows = many(12, "Kingston,22/07/2023,7005{n},{pounds},Vendor {n} Ltd,Electricity\n")
    text = "Council Name,Date,TransNo,Amount,Supplier name,Expense Type\n" + rows
    found = reading(text + ',,,"12,500.00",,\n')
    assert (len(found.payments), total_gbp(found)) == (12, "12066.00")
    assert any("not their sum" in row.reason for row in found.set_aside)
    assert found.confidence < 0.9


def test_the_text_of_a_pair_of_columns_is_the_supplier_and_not_its_code():
    """Bedford: Supplier holds codes, some with letters in them, and Supplier(T) the names."""
    rows = many(12, "313H0{n},Vendor {n} Ltd,{pounds},2024-04-02 00:00:00\n")
    found = reading("Supplier,Supplier(T),Amount,Trans.date\n" + rows)
    assert found.columns["supplier"] == "Supplier(T)"
    assert found.payments[0].date == date(2024, 4, 2)


def test_the_company_that_publishes_is_not_the_company_that_is_paid():
    """Cumberland's payments to individuals: every row's company is CU."""
    rows = many(12, "CU,XX{n},03/04/2024,Direct payments to clients,{pounds}\n")
    text = "company,coded supplier,Date,Expenditure Description,Line Amount\n" + rows
    assert reading(text).columns.get("supplier") != "company"
    none = Override(files="*", why="it names nobody", columns={"supplier": 0})
    found = reading(text, none)
    assert "supplier" not in found.columns and len(found.payments) == 12


@pytest.mark.parametrize(
    ("header", "amount"),
    [
        ("Creditor Account,Posting Date,Amount (Inclusive),VAT,Amount (Exclusive)", "12066.00"),
        ("Creditor Account,Posting Date,Amount (Exclusive),VAT,Amount (Inclusive)", "12186.00"),
    ],
)
def test_the_amount_without_vat_is_taken_in_few_words(header, amount):
    """West Yorkshire Combined Authority."""
    rows = "".join(f"Vendor {n} Ltd,08/10/2023,{1010 + n},0,{1000 + n}\n" for n in range(12))
    found = reading(f"{header}\n{rows}")
    assert total_gbp(found) == amount and found.columns["supplier"] == "Creditor Account"
