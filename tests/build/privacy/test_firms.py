"""Firms in names of the shape of a person's, and persons in names of the shape of a firm's."""

import polars as pl
import pytest

from data.build.privacy import kind_of, kinds
from data.build.privacy.around import name_within
from data.build.privacy.partners import partners_of


@pytest.mark.parametrize(
    "name",
    [
        "NOWHERE P.C.",
        "Zorbason A/S",
        "Zorbason S.R.O",
        "EXAMPLEWORD NURSERY.C",
        "zorbasonpages.c",
        "Zorb.ly",
        "T/A Zorbason",
        "ALEXANDER ZORBLTD",
        "Arnold Clark Nowhere",
        "Hilton Manchester Airp",
        "Zorba Greengrocers",
        "Zorba Gardenworld",
        "Zorba Photobooths",
        "ZorbWorld Somatics",
        "SP   ZORBA RESOU",
        "Zorbasol (Nowhere)",
        "Zorba Internatio",
        "Scott & Sargeant",
        "POTTING SHED",
    ],
)
def test_signs_of_a_firm_keep_its_name(name):
    """Such names were masked as a person's: one in eleven of all that were."""
    assert kind_of(name).kind == "organisation"


@pytest.mark.parametrize("name", ["TINY HUMANS", "NATURALLY NURTURED", "OFFWELL UNDER FIVES"])
def test_a_nursery_of_plain_words_is_none_though_its_type_is_that_of_a_sole_trader(name):
    assert kind_of(name, "EY").kind == "organisation"
    assert kind_of("ZORBASON", "EY").kind == "person"


@pytest.mark.parametrize(
    "name",
    [
        "AC & BU EXAMPLETON",
        "CCA & CM Zorbason",
        "PP GARYEDWARDS",
        "AL LEWIS",
        "SIMONS BEN",
        "Julie Leather",
        "MARK CURRY",
        "WH & TA Edwards",
        "KAJ AND A HAZLETT",
        "(PANI) Jane Zorbason Khan",
        "Chaim Lindner T/AS",
        "Childminder - Astra Zorbason",
        "Zorba Crozier at KBG",
        "DOCTOR TAMAS G ZORBASON",
        "B DE WET",
        "DIP B ZORBASON",
        "Amber McZorbason",
        "Bee Anderson",
        "Jem Mercer",
        "SUE'S CHILDCARE-SUE ZORB-JONES-",
        "Mathusha Zorbason",
        "HUSSEYIN HUSSEYIN",
        "John & Mary",
    ],
)
def test_persons_of_the_kinds_that_were_shown_are_masked(name):
    judged = kinds(_frame(name), listed=())
    assert judged["kind"].item() == "person" or "left out" in judged["shown"].item()


@pytest.mark.parametrize(
    "name", ["A Curry", "Dana Care", "R & K Panelcraft", "Mem & Laz Brasserie", "Man & Van Nowhere"]
)
def test_two_initials_before_a_trade_are_a_firm(name):
    assert kind_of(name).kind == "organisation"


def test_initials_of_two_need_a_surname_that_is_known_or_initials_written_together():
    assert partners_of(["j", "and", "k", "zorb"], (), lambda word: True) == ""
    assert partners_of(["jk", "and", "lm", "zorbason"], (), lambda word: True) == "zorbason"
    assert partners_of(["jk", "and", "lm", "zorbason"], (), lambda word: False) == ""


def test_what_stands_beside_chambers_or_a_trade():
    assert name_within("Childminder -Zorba Exampleton") == "Zorba Exampleton"
    assert name_within("Zorba Exampleton KBG") == "Zorba Exampleton"
    assert name_within("Nowhere Chambers") == ""


def _frame(name):
    return pl.DataFrame({"name": [name]})


def test_a_person_in_a_name_without_spaces_is_left_out():
    name = "NowherePractice(FormerlyDrQZorbason)"
    shown = kinds(_frame(name), listed=())["shown"].item()
    assert shown == "NowherePractice(Formerly name left out)"
