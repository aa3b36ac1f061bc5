"""Names of every origin are known alike, a title wins over a firm's word, and places are nobody."""

import polars as pl
import pytest

from data.build.privacy import kind_of, kinds

SURNAMES = {
    "British": ["Smith", "Hughes", "Atkinson", "Fletcher"],
    "South Asian": ["Chaudhury", "Ramasamy", "Begum", "Sandhu"],
    "African": ["Okonkwo", "Mensah", "Abdirahman", "Ndlovu"],
    "East European": ["Kowalczyk", "Shevchenko", "Popescu", "Kazlauskas"],
    "East Asian": ["Zhang", "Nguyen", "Tanaka", "Chan"],
    "Turkish, Arabic": ["Yilmaz", "Haddad", "Kucukoglu", "Hosseini"],
}
GIVEN = {
    "British": ["Jane", "Gareth", "Moira", "Nigel"],
    "South Asian": ["Shalini", "Purnima", "Nasreen", "Jaswinder"],
    "African": ["Chukwuemeka", "Abena", "Hodan", "Thembelihle"],
    "East European": ["Oksana", "Zbigniew", "Vasile", "Jurgita"],
    "East Asian": ["Xiaoming", "Thuy", "Yuki", "Wing"],
    "Turkish, Arabic": ["Serkan", "Hikmat", "Ayse", "Mohsen"],
}


@pytest.mark.parametrize("origin", SURNAMES)
def test_names_of_each_origin_are_masked_without_a_title(origin):
    names = [f"{given} {last}" for given in GIVEN[origin] for last in SURNAMES[origin]]
    shown = [name for name in names if kind_of(name).kind != "person"]
    assert not shown


@pytest.mark.parametrize("title", ["Mr", "Mrs", "Miss", "Ms", "Dr"])
@pytest.mark.parametrize("surname", ["Hall", "Wood", "Ward", "Green", "Stone", "Bank", "Church"])
def test_a_title_wins_over_a_word_that_firms_bear(title, surname):
    assert kind_of(f"{title} {surname}").kind == "person"
    assert kind_of(f"{title.upper()} J {surname.upper()}").kind == "person"


@pytest.mark.parametrize(
    "name",
    [
        "BRITISH TELECOM (BILL PAYMNTS)",
        "BRITISH TELECOM (DURHAM)",
        "BOOTS PHARMACY - CLAYTON SQUARE",
        "Midway Care Ltd - Victoria Rd",
        "Voyage Care (Lorenzo Drive)",
    ],
)
def test_a_place_or_an_account_beside_a_firm_is_nobody(name):
    assert kinds(pl.DataFrame({"name": [name]}))["shown"].to_list() == [name]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("NOWHERE CHAMBERS T/A MR LEE EXAMPLETON", "NOWHERE CHAMBERS T/A name left out"),
        ("Capital Bank 5460 Mrs Jane Exampleton", "Capital Bank 5460 (name left out)"),
        ("Nowhere Nursery-Jane Exampleton", "Nowhere Nursery-name left out"),
        ("Nowhere Surgery - Dr A Hall & Partners", "Nowhere Surgery - Dr A Hall & Partners"),
    ],
)
def test_a_person_named_within_a_firms_name_is_left_out(name, shown):
    assert kinds(pl.DataFrame({"name": [name]}))["shown"].to_list() == [shown]
