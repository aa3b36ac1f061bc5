"""Names with a ledger's code, a number, a terminal or chambers beside them, on made-up names."""

import polars as pl
import pytest

from data.build.privacy import kind_of, kinds
from data.build.privacy.around import CARRIERS
from data.build.privacy.wordings import without_names


@pytest.mark.parametrize(
    "name",
    [
        "JANE ZORBASON&&EYRS2413",
        "T & K ZORBASON&&DPDP83",
        "Jane Zorbason_142052",
        "JANE ZORBASON IR35",
        "JANE ZORBASON 11KBW",
        "Jane Zorbason at 33BR",
        "JANE ZORBASON 392488",
        "Jane Zorbason 402",
        "J Zorbason 4021",
        "Jane Zorbason C/A 7BR",
        "IZ *JANE ZORBASON",
        "Sumup *j & k Zorbason",
        "PAYPAL *J.ZORBASON",
        "PAYPAL *LI WEI",
        "Ztl*jane Zorbason T/A Slim",
        "Jane Zorbason, Nowhere Chambers",
        "Zorba Qureshen \u2013 Nowhere Chambers",
        "Jane Zorbason, Museum of Nowhere",
        "Les Peterson",
        "Jane Mac",
        "SW PETERSON",
        "RA ZORBA J ZORBASON",
        "Benji Zorbason Illustration",
        "MW Zorbason AWCF",
        "PP PETERSIMPS",
        "JANE ZORBASON - FREESPORT GRANT",
        "R, P, F, C PETERSON",
        "J W & D S Zorbason",
    ],
)
def test_a_person_with_a_code_or_chambers_is_masked(name):
    assert kind_of(name).kind == "person"


@pytest.mark.parametrize(
    "name",
    [
        "GREGGS 1234",
        "Stradivarius Trafford 108",
        "IZ *DOLLY S DESSER",
        "PAYPAL *ACTIVEWEARB AC",
        "Sq *phyllo Bakehouse",
        "ZORBA NURSERY&&EYRS1607",
        "Les Petites Etoiles",
        "SW Windscreens",
        "Zorba, Hall and Company",
        "St Pancras - Nowhere Road",
        "Affordable Mac",
        "PP MARLBOROUGH",
        "(H/C) ZORBACARE",
        "Zorbaquest/Hardwicktst",
        "Our Lady and St Zorba",
        "Jane Zorbason Almshouses",
        "DR ZORBA & BISHOP ALMSHOUS",
        "zorbaley edge hote",
        "ORION HARRIERS - Freesport Grant",
    ],
)
def test_a_branch_a_shop_and_a_nursery_are_shown(name):
    assert kind_of(name).kind == "organisation"


@pytest.mark.parametrize(
    "name",
    [
        "Jane Zorbason EYRS2413",
        "Jane Peterson-142052",
        "Jane Zorbason - 142052",
        "Jane Zorbason #1234",
        "JANE PETERSON 4PB",
        "Jane Zorbason 1GC",
        "WP-JANE ZORBASON",
        "PAYPAL JANE ZORBASON",
        "PAYPAL J ZORBASON EBAY",
        "SUMUP JANE ZORBASON",
        "Zettle_ Jane Zorbason",
    ],
)
def test_a_code_after_a_blank_and_a_service_without_its_star_are_read(name):
    assert kind_of(name).kind == "person"


@pytest.mark.parametrize("carrier", sorted(CARRIERS))
def test_a_person_behind_any_service_that_carries_payments_is_masked(carrier):
    assert kind_of(f"{carrier.upper()} *JANE ZORBASON").kind == "person"
    assert kind_of(f"{carrier}*Jane Peterson").kind == "person"


@pytest.mark.parametrize(
    "name",
    [
        "Ernest Jones 114",
        "Paul Smith 3",
        "Karen Millen 12",
        "T M Lewin 123",
        "J W Lees 12",
        "Jack Fulton 12",
        "J Zorbason 12",
        "PAYPAL *HARLEY DAVIDSON",
        "Paypal Zorba Audiol",
        "Jamaica Tour 2024",
        "Zorba 4ALL",
    ],
)
def test_a_shop_with_the_number_of_a_branch_is_shown(name):
    assert kind_of(name).kind == "organisation"


def test_a_shop_called_like_a_person_is_anybody_without_a_number():
    assert kind_of("Paul Smith").kind == "person"


@pytest.mark.parametrize(
    "name",
    [
        "Carter Jonas, Regent Chambers",
        "Barton Willmore, Bank Chambers",
        "Eversheds Sutherland, Imperial Chambers",
        "Walker Morris - Kings Chambers",
    ],
)
def test_a_firm_of_two_founders_in_a_building_called_chambers_is_shown(name):
    assert kind_of(name).kind == "organisation"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("St Nowhere Chambers - Jane Zorbason", "St Nowhere Chambers - name left out"),
        ("Nowhere Barristers Ltd - Lee Zorbason", "Nowhere Barristers Ltd - name left out"),
        ("Nowhere Removals FAO: JANE ZORBASON", "Nowhere Removals FAO: name left out"),
        ("St Nowhere Gardens C/o Jane Zorbason", "St Nowhere Gardens C/o name left out"),
        ("St Nowhere Chambers - Small Street", "St Nowhere Chambers - Small Street"),
    ],
)
def test_a_person_beside_chambers_is_left_out(name, shown):
    read = kinds(pl.DataFrame({"name": [name]}), listed=())
    assert read["shown"].item() == shown


def test_an_initial_a_stop_and_an_unknown_word_at_the_end_are_a_person():
    texts = pl.Series(["LEGAL FEES - SEN C.Zorbason", "Roadworks A.Level", "Ordered at www.zorba"])
    assert without_names(texts).to_list() == [
        "LEGAL FEES - SEN (name left out)",
        "Roadworks A.Level",
        "Ordered at www.zorba",
    ]
