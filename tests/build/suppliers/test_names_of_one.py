"""Names that are taken for one supplier."""

import pytest

from tests.build.suppliers.joining import OTHERS, joined


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
        ("Dept of Quillfeather Mngt", "Department of Quillfeather Management"),
        ("Quillfeather Brightnib Inkwell - Elm House", "Quillfeather Brightnib Inkwell"),
        ("Quillfeather Brightnib Inkwell (Quill Adv", "Quillfeather Brightnib Inkwell"),
        ("London Borough of Nowhere", "Nowhere Council"),
    ],
)
def test_one_supplier_in_two_ways_at_once_or_with_more_behind(a, b):
    assert joined(a, b, *((name, "CCC", None, 9) for name in OTHERS))


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


def test_a_trade_by_itself_is_its_owners_where_one_council_pays_both():
    owner, trade = "Yquill Limited T/A Brightnib Inkwell Nibsand", "Brightnib Inkwell Nibsand"
    others = [(name, "CCC", None, 9) for name in OTHERS]
    assert joined((owner, "AAA"), (trade, "AAA"), *others)
    assert not joined((owner, "AAA"), (trade, "BBB"), *others)
