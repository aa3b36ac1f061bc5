"""A list of claims for miles is no list of payments, whatever column beside them is called."""

import pytest

from data.build.payments.registers import refuse_registers
from data.build.payments.result import Refused


@pytest.mark.parametrize(
    "header",
    [
        ["Supplier", "First name", "Last name", "Miles", "Amount", "Date"],
        ["Supplier Name", "Employee No", "Mileage claimed", "Total", "Date paid"],
        ["Vendor", "Claimant", "Rate per mile", "Amount", "Date"],
    ],
)
def test_claims_beside_a_supplier_column_are_refused(header):
    with pytest.raises(Refused, match="claims for expenses"):
        refuse_registers(header)


@pytest.mark.parametrize(
    "header",
    [
        ["Supplier", "Date", "Amount", "Purpose", "Mileage"],
        ["Vendor", "Amount", "Date", "Staff name"],
    ],
)
def test_a_list_of_payments_may_name_miles_or_an_officer(header):
    refuse_registers(header)
