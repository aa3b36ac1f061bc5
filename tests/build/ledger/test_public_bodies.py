"""Which names are taken for public bodies paid by duty."""

import re

import pytest

from data.build.ledger.public_bodies import paid_by_duty

PAID_BY_DUTY = re.compile(paid_by_duty(), re.IGNORECASE)


@pytest.mark.parametrize(
    "name",
    [
        "HMRC",
        "HM Revenue & Customs",
        "West Yorkshire Police",
        "Police and Crime Commissioner for Lancashire",
        "County Durham and Darlington Fire and Rescue Authority",
        "West Yorkshire Combined Authority",
        "West Yorkshire Pension Fund",
        "Leeds City Council",
        "London Borough of Hackney",
        "Department for Work and Pensions",
        "Teachers Pensions",
        "Otley Town Council",
        "Her Majesty's Courts Service",
        "Ofsted",
        "Dvla Vehicle Tax",
        "Information Commissioners Office",
    ],
)
def test_these_are(name):
    assert PAID_BY_DUTY.search(name)


@pytest.mark.parametrize(
    "name",
    [
        "Capita Business Services Ltd",
        "Arts Council England",
        "British Council Trading Ltd",
        "Councillor Training Ltd",
        "Policeman Books",
        "Firefly Ltd",
        "Scarborough Taxis",
        "Adt Fire & Security",
        "Royal Mail Group Plc",
        "Local Government Association",
    ],
)
def test_these_are_not(name):
    assert not PAID_BY_DUTY.search(name)
