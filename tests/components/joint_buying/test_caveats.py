"""Which names the page on buying apart takes for public bodies paid by duty."""

import re

import pytest

from components.joint_buying.caveats import DUTY, REASONS
from queries import FOLDER
from tests.own_code import ROOT

PAID_BY_DUTY = re.compile(DUTY, re.IGNORECASE)


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


def test_every_reason_that_the_query_gives_has_words():
    """With money of the treasury told apart the page ended in a KeyError."""
    contract = (ROOT / "data" / "ledger.sql").read_text("utf-8")
    query = (FOLDER / "joint_buying" / "left_out.sql").read_text("utf-8")
    kinds = set(re.findall(r"'(\w+)'", contract.split("CHECK (kind IN (")[1].split("))")[0]))
    made = set(re.findall(r"(?:THEN|ELSE) '(\w+)'", query))
    assert kinds - {"organisation"} <= REASONS.keys()
    assert made - {"compared"} <= REASONS.keys()
