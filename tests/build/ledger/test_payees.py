"""Which names are no supplier's: words of a ledger, and houses of the treasury."""

import polars as pl
import pytest

from data.build.ledger.payees import with_kinds_of_payee


def kind_of(name: str, kind: str = "organisation") -> str:
    return with_kinds_of_payee(pl.DataFrame({"name": [name], "kind": [kind]}))["kind"][0]


@pytest.mark.parametrize(
    "name",
    [
        "Miscellaneous Payments Bacs",
        "Miscellaneous Payments CHQ",
        "Housing Benefit",
        "2022:02OV Other Vulnerable People",
        "2020:10FTIFrailty And/Or Temporary Illness",
        "Energy Rebate Grants",
        "Council Tax Refund",
        "Foster Care - Bacs",
        "General Bacs Payments - BSS Only",
        "NNDR - North Tyneside Council",
        "Direct Payments",
        "SUNDRY CREDITORS",
        "One Time Vendor",
    ],
)
def test_words_of_a_ledger_stand_for_many_payees(name):
    assert kind_of(name) == "collective"


@pytest.mark.parametrize(
    "name",
    [
        "Public Works Loan Board",
        "MINISTRY OF HOUSING, COMMUNITIES & LOCAL GOVERNMENT",
        "DEPARTMENT FOR LEVELLING UP, HOUSING AND COMMUNITIES",
        "Debt Management Office",
        "Aberdeen Sterling Liquidity Fund",
    ],
)
def test_who_lends_to_councils_or_takes_what_they_collect_is_of_the_treasury(name):
    assert kind_of(name) == "treasury"


@pytest.mark.parametrize(
    "name",
    [
        "Foster Care Associates Ltd",
        "Direct Payments Solutions Ltd",
        "Grant Thornton UK LLP",
        "Individual Care Services",
        "Payment Card Solutions (UK) Ltd",
        "Various Eateries plc",
        "396447ROBINSON Carpenters",
        "Housing 21",
        "West Bromwich Building Society",
        "General Dynamics",
    ],
)
def test_a_firm_with_such_words_in_its_name_stays_a_firm(name):
    assert kind_of(name) == "organisation"


def test_a_person_stays_a_person():
    assert kind_of("Housing Benefit", "person") == "person"
