"""Names that are never taken for one supplier."""

import polars as pl
import pytest

from data.build.suppliers import resolve
from tests.build.suppliers.joining import LONG, OTHERS, joined


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("St Mary's Primary School", "St Mary's C of E Primary School"),
        ("St Mary's Primary School", "St. Marys Primary School"),
        ("Barclays Bank", "Barclaycard"),
        ("Age UK Nowhere", "Age UK Elsewhere"),
        ("Quillfeather LLP", "Quillfeather Ltd"),
        ("A Quillfeather Ltd", "B Quillfeather Ltd"),
        ("Quillfeather No 2 Ltd", "Quillfeather No 3 Ltd"),
        ("1st Nowhere Scout Group", "2nd Nowhere Scout Group"),
        ("Robert Quill Solicitors", "Roberts Quill Solicitors"),
        ("Nowhere County Council", "Nowhere City Council"),
        ("Nowhere Parish Council", "Nowhere Borough Council"),
        ("Theatre Royal", "Theatre Royal Ltd"),
        ("The Crown Hotel", "Crown Hotel"),
        ("AMZ*Renile", "AMZ Zollner24"),
        ("Printing Quills Ltd", "Painting Quills Ltd"),
        ("Hart Quillfeather", "Hirt Quillfeather"),
    ],
)
def test_two_suppliers_that_are_spelled_alike(a, b):
    assert not joined(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Quillfeather Care 15 Ltd", "Quillfeather Care 16 Ltd"),
        ("Quillfeather Brightnib (North) Ltd", "Quillfeather Brightnib Ltd"),
        ("CES Electrical Contractors", "CPS Electrical Contractors Ltd"),
        ("Quillfeather Care IV Ltd", "Quillfeather Care V Ltd"),
        ("QLEX (Quill Lex)", "QLEX"),
        ("All About Holes Ltd", "All About Homes Ltd"),
    ],
)
def test_two_suppliers_that_a_nearer_look_keeps_apart(a, b):
    assert not joined(a, b, *((name, "CCC", None, 9) for name in OTHERS))


@pytest.mark.parametrize("name", ["Compass", "Four Seasons"])
def test_two_short_words_are_one_supplier_within_a_council_alone(name):
    rows = [{"name": name, "council": council, "payments": 9} for council in ("DEV", "LDS")]
    assert resolve(pl.DataFrame(rows)).suppliers.height == 2


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # A legal form ends a name: it is not cut off from one that goes on, and IBM is no bank.
        ("Cubic Transportation Systems Limited", "Cubic Transportation Systems (ITMS) Ltd"),
        ("IBM UNITED KINGDOM LIMITED", "IBM United Kingdom Financial Serv.L"),
        ("EDUCATION SUPPORT (ENFIELD) LTD", "Education Support (ENFIELD2) Ltd"),
        ("PricewaterhouseCoopers LLP", "PricewaterhouseCoopers Legal LLP"),
        ("CARE SOLUTIONS LTD", "Care Solutions Direct Limited"),
    ],
)
def test_a_name_with_a_legal_form_is_whole(a, b):
    others = [("Cubic Transportation Sys", "CCC", None, 9), ("IBM Services", "CCC", None, 9)]
    assert not joined((a, "AAA", None, 50), (b, "BBB", None, 2), *others)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # Councils and counties are called by their places, and many places have nearly one name.
        ("Herefordshire County Council", "Hertfordshire County Council"),
        ("Berrington Parish Council", "Burrington Parish Council"),
        # A company with a place in its name is one of its own, and so is a charity's trading arm.
        ("Quillfeather Brightnib (South) Ltd", "Quillfeather Brightnib (South East) Ltd"),
        ("Quillfeather Brightnib Enterprises Ltd", "Quillfeather Brightnib"),
        ("Quillfeather Properties NE Ltd", "Quillfeather Properties"),
        # Two who carry one trade's name, and a maker whose goods another sells.
        ("Litch Cars Ltd t/a Quill Express", "Quill Express Ltd"),
        ("W M Quill (N'where) Enterprise Trust", "W M Quill"),
        ("Solquill Foundation", "Solquill"),
        ("Tickets.com Ltd", "Tickets"),
    ],
)
def test_two_suppliers_that_reading_the_new_links_showed(a, b):
    assert not joined(a, b, *((name, "CCC", None, 9) for name in OTHERS))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # Short words that are words of other names.
        ("Quillfeather Pubs Ltd", "Quillfeather Publications Ltd"),
        ("Quillfeather Props", "Quillfeather Properties"),
        ("Chart Quillfeather", "Chartered Quillfeather"),
        ("Equip Quillfeather", "Equipment Quillfeather"),
        ("Assess Quillfeather", "Assessment Quillfeather"),
        ("Quillfeather Recs Nib", "Quillfeather Records Nib"),
        # Associates are a firm, an association is none.
        (
            "Quillfeather Brightnib Inkwell Associates Ltd",
            "Quillfeather Brightnib Inkwell Association Ltd",
        ),
        # A word between that tells another body.
        (f"{LONG} Town Council", f"{LONG} Council"),
        (f"{LONG} Music Theatre Nibs", f"{LONG} Theatre Nibs"),
        (f"{LONG} Certified Nibs", f"{LONG} Nibs"),
        # What stands behind a body's name, and a company beside a name without a form.
        ("Quillfeather Wildnib Trust Consultancy Services Ltd", "Quillfeather Wildnib Trust"),
        (f"{LONG} County Council Services", f"{LONG} County Council"),
        (f"{LONG} Care Training Ltd", f"{LONG} Care"),
        ("Quillfeather Brightnib Society Training", "Quillfeather Brightnib Society"),
    ],
)
def test_two_suppliers_that_a_second_reading_showed(a, b):
    usual = [f"Inkpot {n} {word}" for n in range(40) for word in ("Group", "Training", "Services")]
    assert not joined(a, b, *((name, "CCC", None, 9) for name in [*OTHERS, *usual]))


@pytest.mark.parametrize(
    ("initials", "whole"),
    [
        ("FACE", "Families Against Child Exclusion"),
        ("HOPE", "Helping Our People Everywhere"),
        ("NYQS Ltd", "Nib Youth Quill Society"),
    ],
)
def test_initials_that_are_a_word_or_a_company_are_nobody_elses_name(initials, whole):
    letters = initials.removesuffix(" Ltd")
    said = [(f"{whole} ({letters})", council) for council in ("CCC", "DDD")]
    assert not joined(initials, whole, *said)
