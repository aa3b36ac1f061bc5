"""Names from published files in what a reader takes away from a supplier's page."""

import csv
import io

import fastexcel
import pytest

from components.answers import answer
from components.figure.citation import known_sources
from components.figure.downloads import Leaving, as_csv, as_xlsx
from queries import ask
from queries.searching import name_words
from spreadsheet import to_csv
from tests.queries.payments_of_the_world import SLUGS

pytestmark = pytest.mark.usefixtures("world")
FORMULA = SLUGS.index("hyperlink")
ALL = {"council": None, "most": 2**31 - 1, "skip": 0}


def read(made: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"))))


def test_a_name_that_would_be_a_formula_is_text_in_csv():
    rows = read(to_csv(ask("supplier/payments", supplier=FORMULA, **ALL)))
    assert {row["name"] for row in rows} == {'\'=HYPERLINK("http://evil.example","Paid")'}
    names = read(as_csv(answer("supplier/spellings", supplier=FORMULA)))
    assert all(row["name"].startswith("'=") for row in names)


def test_the_file_has_every_payment_and_its_place():
    found = ask("supplier/payments", supplier=FORMULA, **ALL)
    rows = read(to_csv(found))
    assert len(rows) == found.height == 24
    assert all(row["path"] and row["line"] for row in rows)


def test_a_name_that_would_be_a_formula_is_text_in_excel():
    takes = {"councils": ["MAA"], "periods": ["2022-23"], "category": None}
    found = answer("joint_buying/suppliers", **takes, least=1, sort="money", most=50)
    leaving = Leaving(
        "shared",
        title='=HYPERLINK("x")',
        finding="",
        unit="£",
        period="2022-23",
        caveats=(),
        sources=tuple(known_sources().values())[:1],
        citation="",
        answers=(found,),
    )
    book = fastexcel.read_excel(as_xlsx(leaving))
    names = book.load_sheet("Rows").to_polars()["name"].to_list()
    assert '=HYPERLINK("http://evil.example","Paid")' in names
    assert "<script>alert('paid')</script>" in names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  acme   care ", ["acme", "care"]),
        ("care care", ["care"]),
        ("marks & spencer", ["marks", "spencer"]),
        ("Marks&Spencer", ["Marks", "Spencer"]),
        ("Ernst and Young", ["Ernst", "Young"]),
        ("&", ["&"]),
        ("", []),
        ("a bb ccc dddd eeeee", ["bb", "ccc", "dddd", "eeeee"]),
    ],
)
def test_the_longest_words_are_looked_for(text, words):
    assert name_words(text) == words
