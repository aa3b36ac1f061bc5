"""Persons whom a purpose names are left out of it; what was bought stays. All names are made up."""

import polars as pl
import pytest

from data.build.privacy import WORDS, digest, kinds, masked
from data.build.privacy.wordings import without_names


def shown(text, listed=()):
    return without_names(pl.Series([text]), listed).item()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "PQ Dr Q Zorbason May 2020 Monthly",
            "PQ (name left out) May 2020 Monthly",
        ),
        ("Deposit refund Mr & Mrs Zorbason", "Deposit refund (name left out)"),
        ("re: Mrs Q. Zorbason, flat 3", "re: (name left out), flat 3"),
        ("Ms Jane Zorbason", "(name left out)"),
        ("Repossession Loan Fund  Q Smith", "Repossession Loan Fund  (name left out)"),
        ("client ref Q. Brown", "client ref (name left out)"),
        ("AGENCY STAFF WK 1.2.20 Q.TAYLOR", "AGENCY STAFF WK 1.2.20 (name left out)"),
        ("AGENCY STAFF Q ZORBASON", "AGENCY STAFF (name left out)"),
        ("Handset (Q Wilson) at £3", "Handset (name left out) at £3"),
        ("refund John Smith", "refund (name left out)"),
        ("Course for Jane Zorbason", "Course for (name left out)"),
        ("Travel | John Patel Expenses", "Travel | (name left out) Expenses"),
        ("Agency wk 1.2.20 Q.ZORBASON 21 hours", "Agency wk 1.2.20 (name left out) 21 hours"),
        ("Agency staff - S McZorba", "Agency staff - (name left out)"),
        ("PQ Dr Q E Lord March", "PQ (name left out) March"),
        ("Work by Jane Zorbason under it", "Work by (name left out) under it"),
        ("Fao John Lane", "Fao (name left out)"),
        ("Q PATEL", "(name left out)"),
        ("Mrs J Smith and Mr Q Zorbason", "(name left out) and (name left out)"),
    ],
)
def test_a_person_in_the_words_is_left_out(text, left):
    assert shown(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "St Johns Road",
        "Victoria Park",
        "James Street resurfacing",
        "Kingsley Primary",
        "Works at John Smith House",
        "David Brown Close",
        "Sir Thomas Parsons School",
        "Prof Fees other | Leach Green",
        "PROF SERVICES",
        "MS TEAMS TRAINING",
        "Cllr Data Protection Renewal",
        "SPRINGFIELD DR NOWHERE",
        "DR Door Victoria",
        "325 X Brown bins",
        "12 X Evans Toilet Cleaner",
        "Q2 MAY - AUGUST",
        "A.C.H. MAY 23",
        "Q.Q.Q Grant",
        "T/HALL FIBRE",
        "G4S MAY",
        "Electric bill May 25",
        "WATER BILL WHITE ASH",
        "St Peter & Paul RC Junior & Infant",
        "PO1 4UMR SWAP",
        "Bond Refund",
        "A Level books",
        "Y Perry Barr-Nowhere",
        "ARTHUR WILSON CENTRE SURVEY",
        "Hire of a hall",
        "Unit B Green Lane",
        "Half Penny Lane",
        "Cemetery at Lee Lane",
        "Jane Zorbason and Co fee",
        "Refund John Smith & Sons",
        "Training | John Willmott",
        "S. Offices",
        "Staff T Shirts",
        "",
    ],
)
def test_places_and_things_stay(text):
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Q ZORBASON", "(name left out)"),
        ("Q.ZORBASON", "(name left out)"),
        ("A O'Zorbason", "(name left out)"),
        ("ROOM 129 Q ZORBASON", "ROOM 129 (name left out)"),
        ("JANE ZORBASON", "(name left out)"),
        ("INV 1234", "INV 1234"),
        ("P CARD", "P CARD"),
        ("B SCHOOL", "B SCHOOL"),
        ("STATEMENT NO 5462", "STATEMENT NO 5462"),
        ("BRADSHAW FEB 22", "BRADSHAW FEB 22"),
        ("JUNE INVOICE", "JUNE INVOICE"),
        ("2015:03MH Menta", "2015:03MH Menta"),
        ("7 Nowhere Road", "7 Nowhere Road"),
    ],
)
def test_a_reference_that_is_a_name_is_left_out(text, left):
    assert without_names(pl.Series([text]), references=True).item() == left


def test_the_same_text_reads_the_same_in_every_row_and_missing_stays_missing():
    texts = pl.Series(["Fee", None, "Mr Q Zorbason", "Fee", "Mr Q Zorbason"])
    left = ["Fee", None, "(name left out)", "Fee", "(name left out)"]
    assert without_names(texts).to_list() == left


def test_words_of_two_columns_read_alike_apart_and_together():
    columns = ["Q Zorbason 26.3.17", "Agency staff", "Q Brown", "Jane Zorbason fee"]
    apart = " | ".join(shown(text) for text in columns)
    assert shown(" | ".join(columns)) == shown(apart) == apart


def test_a_name_that_was_taken_down_goes_wherever_it_stands():
    listed = {digest("Zorba Quill")}
    assert shown("Quiz night Quill, Zorba, fee", listed) == "Quiz night (name left out), fee"
    assert shown("Quiz night ZORBA QUILL fee", listed) == "Quiz night (name left out) fee"
    assert shown("Quill pens", listed) == "Quill pens"


ROWS = pl.DataFrame(
    {
        "name": ["Acme Widgets Ltd", "Mrs Jane Exampleton", "REDACTED"],
        "purpose": ["Widgets for John Smith", "Fee", "Grant Mr Zorbason"],
        "department": ["Q PATEL", "Q PATEL", None],
    }
)


def test_every_row_is_read_and_labels_stay_beside_masked_names():
    rows = kinds(ROWS, listed=())
    done = masked(rows, words=["purpose"], labels=["department"], listed=())
    assert done["purpose"].to_list() == [
        "Widgets for (name left out)",
        WORDS,
        "Grant (name left out)",
    ]
    assert done["department"].to_list() == ["(name left out)"] * 2 + [None]


def test_an_installation_with_the_right_to_can_show_them():
    done = masked(kinds(ROWS, listed=()), words=["purpose"], mask=False)
    assert done["purpose"].to_list() == ROWS["purpose"].to_list()


@pytest.mark.parametrize("text", ["\u202ekcaj", "Mr " * 5000, "a\x00b Mr", "J. " * 5000, "&&& . ."])
def test_hostile_texts_pass(text):
    assert isinstance(shown(text), str)
