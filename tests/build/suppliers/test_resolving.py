"""Which names are taken for one supplier, which never are, and what the answer looks like."""

import re

import polars as pl
import pytest

from data.build.privacy import BY_COUNCIL, PERSON
from data.build.suppliers import resolve
from data.build.suppliers.plain import read


def names_of(*rows):
    """Rows of (name, council[, company number[, payments]])."""
    whole = [(*row, *(None,) * (4 - len(row))) for row in rows]
    schema = ["name", "council", "company_number", "payments"]
    types = {"name": pl.String, "council": pl.String, "company_number": pl.String}
    return pl.DataFrame(whole, schema=schema, schema_overrides=types, orient="row")


def joined(a, b, *others):
    """Whether two names at two councils become one supplier, with its rule."""
    first, second = ((x, "AAA") if isinstance(x, str) else x for x in (a, b))
    second = (b, "BBB") if isinstance(b, str) else second
    links = resolve(names_of(first, second, *others)).links
    found = {(row["name"], row["council"]): row for row in links.iter_rows(named=True)}
    return found[first[:2]]["supplier"] == found[second[:2]]["supplier"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Quillfeather Ltd", "QUILLFEATHER LIMITED"),
        ("Quillfeather & Daughters Ltd.", "Quillfeather and Daughters"),
        ("The Quillfeather Company Ltd", "QUILLFEATHER CO LTD"),
        ("Quillfeather C.I.C.", "Quillfeather Community Interest Company"),
        ("A. B. Quillfeather Ltd", "AB Quillfeather Ltd"),
        ("Quillfeather Ltd t/a Bright Quills", "Quillfeather Ltd"),
        ("Quillfeather Ltd (Nowhere)", "Quillfeather Ltd"),
        ("Quillfeather Ltd (****4562)", "Quillfeather Ltd"),
        ("\u200bQuill\u200dfeather Ltd\u202c", "Quillfeather Ltd"),
        ("Quillfeather Printing Ltd", "Quill Feather Printing Ltd"),
        ("University of Nowhereton", "Nowhereton University"),
        ("Quillfeather (UK) Ltd", "Quillfeather Ltd"),
        ("Quillfeather Printing Servces Ltd", "Quillfeather Printing Services Ltd"),
        ("Quillfeather Printing and Distribut", "Quillfeather Printing and Distribution Ltd"),
        ("Nowhere Borough Council", "Nowhere MBC"),
        ("HMRC", "HM Revenue & Customs"),
        ("Disclosure & Barring Service (DBS)", "Disclosure and Barring Service"),
        ("AMAZON.CO.UK*M24AT4VC4 AM", "Amazon.co.uk 9C84Q9R75"),
    ],
)
def test_one_supplier_in_two_spellings(a, b):
    assert joined(a, b)


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
        ("Dept of Quillfeather Mngt", "Department of Quillfeather Management"),
        ("Quillfeather Brightnib Inkwell - Elm House", "Quillfeather Brightnib Inkwell"),
        ("Quillfeather Brightnib Inkwell (Quill Adv", "Quillfeather Brightnib Inkwell"),
        ("London Borough of Nowhere", "Nowhere Council"),
    ],
)
def test_one_supplier_in_two_ways_at_once_or_with_more_behind(a, b):
    assert joined(a, b, *((name, "CCC", None, 9) for name in OTHERS))


# Names enough that words are known for usual ones.
LONG = "Quillfeather Brightnib Inkwell Pensand"
OTHERS = [f"{word} {n} Printing Services" for n in range(40) for word in ("Ink", "Nib")]


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


def test_one_name_with_two_company_numbers_is_two_suppliers():
    assert not joined(
        ("Quillfeather Ltd", "AAA", "01234567"), ("Quillfeather Ltd", "BBB", "07654321")
    )


def test_leading_zeros_that_a_spreadsheet_dropped_are_no_other_number():
    assert joined(("Quillfeather Ltd", "AAA", "1234567"), ("Quillfeather Ltd", "BBB", "01234567"))


def test_a_number_joins_a_firm_that_changed_its_name():
    a, b = ("Quillfeather Ltd", "AAA", "01234567"), ("Brightnib Ltd", "BBB", "01234567")
    assert joined(a, b)
    links = resolve(names_of(a, b)).links.filter(rule="company_number")
    assert "01234567" in links["evidence"].item()


def test_a_number_of_many_unlike_names_is_listed_and_joins_nothing():
    shared = [
        (name, "AAA", "01234567") for name in ("Quillfeather", "Brightnib", "Inkwell", "Blot")
    ]
    found = resolve(names_of(*shared))
    assert found.suspects["number"].to_list() == ["01234567"]
    assert found.links["supplier"].n_unique() == 4


def test_a_filler_is_no_number():
    rows = [(name, "AAA", "Not yet available") for name in ("Quillfeather", "Brightnib")]
    assert resolve(names_of(*rows)).links["supplier"].n_unique() == 2


def test_masked_names_and_missing_ones_have_one_supplier_each():
    found = resolve(names_of((PERSON, "AAA"), (PERSON, "BBB"), (BY_COUNCIL, "AAA"), (None, "AAA")))
    kinds = dict(found.suppliers.select("slug", "kind").iter_rows())
    assert kinds == {
        "private-persons": "person",
        "withheld-by-council": "redacted",
        "no-name-published": "none",
    }


HOSTILE = [
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x.example","y")',
    "\u202egnirts\u202c Ltd",
    "Quill " * 2000,
    "\U0001f600\U0001f600 Ltd",
    "'; DROP TABLE supplier; --",
    "\u0645\u062f\u0631\u0633\u0629",
    "a\x00b\x1b[31m",
    "Ltd",
    "The",
    "&",
    "*",
]


def test_hostile_names_pass_harmlessly():
    found = resolve(names_of(*((name, "AAA") for name in HOSTILE)))
    assert found.links.height == len(HOSTILE)
    assert set(found.links["name"].drop_nulls()) == set(HOSTILE)
    slugs = found.suppliers["slug"].to_list()
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug) for slug in slugs)
    assert len(set(slugs)) == len(slugs)
    assert all(name.isprintable() and name for name in found.suppliers["name"])


def test_the_order_of_the_names_does_not_matter():
    rows = [
        (f"{name} {form}".strip(), council, number, weight)
        for weight, name in enumerate(("Quillfeather", "Brightnib Printing", "Inkwell Signs"), 1)
        for form in ("Ltd", "LIMITED", "(UK) Ltd", "")
        for council, number in (("AAA", None), ("BBB", "01234567" if weight == 1 else None))
    ]
    names = names_of(*rows)
    whole = resolve(names)
    for seed in range(3):
        again = resolve(names.sample(fraction=1, shuffle=True, seed=seed))
        assert again.suppliers.equals(whole.suppliers)
        assert again.links.equals(whole.links)


def test_every_row_comes_back_once_with_its_evidence():
    names = names_of(("Quillfeather Ltd", "AAA"), ("QUILLFEATHER", "BBB"), ("Blot", "AAA"))
    links = resolve(names).links
    assert sorted(links.select("name", "council").rows()) == sorted(
        names.select("name", "council").rows()
    )
    assert links["evidence"].str.ends_with(".").all()


def test_no_names_give_no_suppliers():
    found = resolve(names_of().clear())
    assert (found.suppliers.height, found.links.height) == (0, 0)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Focus", "Focus Ltd"),
        ("Kpmg", "KPMG LLP"),
        ("EDF - 0439532723 Nowhere Cemetery Site 3", "EDF Energy"),
        ("HMRC - 475/RA62835 AC13 Nowhere", "HM Revenue & Customs"),
        ("Nowhere County Council (200398)", "Nowhere County Council"),
        ("Nowhere County Council (Direct Debit Payments)", "Nowhere County Council"),
        ("SCC Specialist Computer Centres", "Specialist Computer Centres Plc"),
        ("PWC", "Pricewaterhousecoopers LLP"),
        ("HMRC - C1X2 CM & TP", "HM Revenue & Customs"),
        ("INLAND REVENUE (070 PD 2928)", "HM Revenue & Customs"),
        ("Hmcts Bradford135w", "HMCTS"),
        ("KPMG LLP Fees Account", "KPMG LLP"),
        ("GL HEARN-4", "G L Hearn Limited"),
        ("NPOWER (ELECTRIC) YPO CONTRACT", "Npower Ltd"),
        ("PLYMOUTH CITY/INET", "Plymouth City Council"),
        ("Specialist Computer Centres pl", "Specialist Computer Centres Plc"),
        ("(SB) Quillfeather Trust", "Quillfeather Trust"),
        ("Quillfeather Ltd&&SSARO1234", "Quillfeather Ltd"),
    ],
)
def test_one_supplier_by_its_form_its_account_or_its_other_name(a, b):
    assert joined(a, b)


@pytest.mark.parametrize("name", ["Compass", "Four Seasons"])
def test_two_short_words_are_one_supplier_within_a_council_alone(name):
    rows = [{"name": name, "council": council, "payments": 9} for council in ("DEV", "LDS")]
    assert resolve(pl.DataFrame(rows)).suppliers.height == 2


def test_a_short_name_takes_the_one_number_that_a_council_gave_it():
    assert joined(("Allpay Limited", "AAA", "01234567"), ("Allpay Ltd", "BBB"))


def test_a_short_name_of_two_numbers_gives_neither_to_a_third_council():
    others = ("Allpay Ltd", "CCC", "07654321")
    assert not joined(("Allpay Limited", "AAA", "01234567"), ("Allpay Ltd", "BBB"), others)


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


def called(*rows) -> set[str]:
    return set(resolve(names_of(*rows)).suppliers["name"])


def test_a_supplier_is_called_as_it_is_paid_most_and_not_as_the_longest_goes_on():
    """Liverpool City Council stood as "Liverpool City Council Income"."""
    wide = [(f"Quillfeather of Nowhere{n:02}", "AAA", None, 1) for n in range(12)]
    names = called(
        ("LIVERPOOL CITY COUNCIL HQ", "AAA", None, 90),
        ("Liverpool City Council HQ Income", "BBB", None, 1),
        *wide,
    )
    assert "Liverpool City Council HQ Income" not in names


def test_a_well_known_body_is_called_by_its_own_name():
    """HMCTS stood as "HMCTS (Manchester County Court)", which is paid most often."""
    names = called(
        ("HMCTS (Manchester County Court)", "AAA", None, 90),
        ("HM Courts & Tribunals Services", "BBB", None, 3),
    )
    assert names == {"HM Courts & Tribunals Services"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # Web addresses, and services that carry a payment.
        ("WWW.QUILLFEATHER.CO.UK", "Quillfeather Ltd"),
        ("Quillfeatherpens.co.uk Limited", "Quillfeather Pens"),
        ("Sq *quillfeather Printing", "Quillfeather Printing Ltd"),
        ("PAYPAL  QUILLFEATHER EB", "Quillfeather"),
        # An accent that stands for an apostrophe, a form written onto the name.
        ("Quillfeather\u00b4s Printing", "Quillfeather's Printing"),
        ("Quillfeather PrintingLtd", "Quillfeather Printing Ltd"),
        ("Quillfeather Ltdt/a one.network", "Quillfeather Limited"),
        ("Quillfeather Printing No 4 A/C", "Quillfeather Printing"),
    ],
)
def test_one_supplier_by_what_a_system_wrote_beside_its_name(a, b):
    assert joined(a, b, *((name, "CCC", None, 9) for name in OTHERS))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Quillfeather Brightnib Inkwell Training", "Quillfeather Brightnib Inkwell"),
        ("Yquill Limited T/A Yquill Brightnib Inkwell", "YQUILL BRIGHTNIB INKWELL"),
        ("Quillfeather Brightnib Inkwell Assoc", "Quillfeather Brightnib Inkwell Associates"),
        ("Quillfeather, Brightnib & Inkwell Ltd", "Quillfeather Brightnib Inkwell Ltd"),
        ("Quillfeather Brightnibs", "Quillfeather Brightnib"),
    ],
)
def test_one_supplier_by_words_that_are_left_out_or_said_beside(a, b):
    usual = [f"Inkpot {n} {word}" for n in range(40) for word in ("Group", "Training", "Services")]
    assert joined(a, b, *((name, "CCC", None, 9) for name in [*OTHERS, *usual]))


def test_initials_that_two_councils_write_beside_the_name_are_the_name():
    said = [("Nib Youth Quill Society (NYQS)", council) for council in ("CCC", "DDD")]
    assert joined("NYQS", "Nib Youth Quill Society", *said)
    assert not joined(
        "NYQS", "Nib Youth Quill Society", *said, ("New Yard Quill Shops (NYQS)", "EEE")
    )


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


def test_a_trade_by_itself_is_its_owners_where_one_council_pays_both():
    owner, trade = "Yquill Limited T/A Brightnib Inkwell Nibsand", "Brightnib Inkwell Nibsand"
    others = [(name, "CCC", None, 9) for name in OTHERS]
    assert joined((owner, "AAA"), (trade, "AAA"), *others)
    assert not joined((owner, "AAA"), (trade, "BBB"), *others)
