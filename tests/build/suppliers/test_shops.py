"""Shops and carriers of payments: chains that many firms are called like."""

import pytest

from data.build.suppliers.plain import read
from tests.build.suppliers.joining import joined


@pytest.mark.parametrize(
    "name",
    [
        "PAYPAL EUROPE LIMITED",
        "Paypal UK Limited",
        "PayPal Payments Limited",
        "Paypal Holdings Inc",
        "Paypal Giving Fund UK",
        "PayPal Pte Ltd",
    ],
)
def test_a_service_that_carries_payments_is_the_payee_where_it_stands_by_its_own_name(name):
    assert read(name).words[0] == "paypal"
    assert read(f"PayPal *{name[7:]} Quills").words[0] != "paypal"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Dunelm", "Dunelm Geotechnical & Environmental Ltd"),
        ("Dunelm", "Dunelm Roofing LLP"),
        ("Dunelm", "Dunelm Taxis"),
        ("Dunelm", "Dunelm Community Trust"),
        ("McDonalds", "McDonalds Coaches Ltd"),
        ("McDonalds Leeds", "McDonalds Solicitors"),
        ("Currys", "Currys Taxis Ltd"),
        ("Wickes", "Wickes Solicitors LLP"),
        ("Waterstones", "Waterstones Electrical Ltd"),
        ("Pets at Home", "Pets at Home Nowhere Vets Ltd"),
        ("Ernst & Young LLP", "EY Ltd"),
    ],
)
def test_a_shops_name_is_not_every_name_that_begins_so(a, b):
    assert not joined((a, "AAA", None, 99), b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Dunelm", "Dunelm (Soft Furnishing) Ltd"),
        ("McDonalds", "McDonalds Restaurants Limited"),
        ("McDonalds", "MCDONALDS 1270 LEEDS"),
        ("Wickes", "Wickes Stores Sheffield"),
        ("Currys", "Currys Group Ltd"),
        ("Lidl", "Lidl GB Todmorden"),
        ("Poundland Ltd", "POUNDLAND LTD 1151"),
        ("McDonalds", "MCDONALDS RESTAURA"),
        ("Aldi", "Aldi Stores Limited"),
    ],
)
def test_a_shop_is_its_chains_by_number_place_and_legal_name(a, b):
    assert joined((a, "AAA", None, 99), b)
