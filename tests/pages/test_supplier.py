"""The page on one supplier, on the small world."""

import re

import pytest

from charts.plain_text import plain
from charts.wording import pounds
from components.words.naming import WORD_JOINER
from queries import ask
from tests.pages.opening import choice, opened, words
from tests.pages.test_council import HOSTILE
from tests.world.payments import SUPPLIERS

pytestmark = pytest.mark.usefixtures("world")
LIVE = re.compile(r"(?<!\\)<script|\u202e")
SHOWN = [slug for slug, *_ in SUPPLIERS]


@pytest.mark.parametrize("slug", SHOWN)
def test_every_supplier_has_its_page(slug):
    page = opened("supplier", name=slug)
    assert not page.exception
    assert len(page.title) == 1
    assert not LIVE.search(words(page))


def test_it_tells_who_pays_since_when_and_what_is_held():
    page = opened("supplier", name="acme-care")
    said = words(page)
    assert "119 payments by 5 councils, April 2022 to March 2024" in said
    table = page.dataframe[0].value
    carrby = table[table["Council"] == "Carrby"].iloc[0]
    assert (carrby["Since"], carrby["Until"]) == ("April 2022", "March 2024")
    assert carrby["Months held of it"] == 23
    assert carrby["Publishes from, £"] == 250


def test_every_spelling_stands_with_its_reason():
    page = opened("supplier", name="acme-care")
    (table,) = [one.value for one in page.dataframe if "Why it is linked" in one.value.columns]
    assert set(table["Name as published"]) == {
        "ACME CARE LIMITED",
        "Acme Care Ltd",
        "Acme Care Ltd (North)",
    }
    assert table["Why it is linked"].str.len().min() > 0


def test_a_company_number_says_how_it_came():
    assert "a council published it beside its payments" in words(
        opened("supplier", name="acme-care")
    )
    assert "No council published a company number" in words(opened("supplier", name="bold-bins"))


@pytest.mark.parametrize(
    ("slug", "title"),
    [
        ("private-persons", "Payments to private persons"),
        ("withheld-by-council", "Payments whose names councils withheld"),
    ],
)
def test_hidden_names_are_no_supplier_and_say_what_they_are(slug, title):
    page = opened("supplier", name=slug)
    assert not page.exception
    assert page.title[0].value == title
    said = words(page)
    assert "many different people" in said
    about = " ".join([page.title[0].value, *(one.value for one in page.subheader)])
    assert "supplier" not in about.lower()
    assert "Names as published" not in said


def test_an_address_of_an_earlier_edition_leads_to_whom_its_name_is_a_part_of():
    page = opened("supplier", name="acme-care-ltd-north")
    assert page.title[0].value == "Acme Care Ltd"
    assert page.query_params["name"] == ["acme-care"] or page.query_params["name"] == "acme-care"
    assert "“Acme Care Ltd (North)”, which is part of Acme Care Ltd" in page.info[0].value


def test_a_wrong_address_gives_near_ones():
    page = opened("supplier", name="acme-cares")
    assert "Did you mean" in page.warning[0].value
    links = [one.proto.label for one in page.get("page_link")]
    assert "**Acme Care Ltd**" in links


@pytest.mark.parametrize("asked", HOSTILE)
@pytest.mark.parametrize("name", ["name", "find", "council", "by", "page"])
def test_a_hostile_address_gives_a_sentence(name, asked):
    page = opened("supplier", **{"name": "acme-care", name: asked})
    assert not page.exception
    assert len(page.title) == 1
    assert not LIVE.search(words(page))


def test_one_payer_narrows_time_and_payments():
    page = opened("supplier", name="acme-care", council="midshire", by="year")
    # With the council's GSS code, the supplier's key, company number and the file's address.
    assert "take/payments.csv?paid=acme-care&council=midshire" in words(page)
    assert choice(page, "council").value == "midshire"
    said = words(page)
    assert "paid by Midshire, over time" in said
    assert "Payments 1 to 24 of 24" in said


def test_pages_of_payments_are_in_the_address():
    assert "Payments 101 to 119 of 119" in words(opened("supplier", name="acme-care", page="3"))
    assert "Payments 1 to 50 of 119" in words(opened("supplier", name="acme-care", page="99"))


def test_only_the_month_is_shown_where_only_the_month_is_published():
    page = opened("supplier", name="acme-care", council="midshire")
    (table,) = [one.value for one in page.dataframe if "Date" in one.value.columns]
    assert table["Date"].iloc[0] == "Mar 2024"


def test_a_search_finds_by_spelling_and_by_number():
    for find in ("north", "01234567", "ltd acme"):
        labels = [one.proto.label for one in opened("supplier", find=find).get("page_link")]
        assert labels == ["**Acme Care Ltd**"], find
    nothing = opened("supplier", find="zzz")
    assert "name “zzz”" in nothing.warning[0].value


def test_names_of_hostile_suppliers_are_text_in_every_label():
    page = opened("supplier")
    labels = [one.proto.label for one in page.get("page_link")]
    assert any("script" in label for label in labels)
    for label in labels:
        assert label.replace(WORD_JOINER, "") == plain(label)
        assert not re.search(r"(?<!\\)[<$\[]", label)


def test_it_tells_how_to_report_a_wrong_link():
    said = words(opened("supplier", name="acme-care"))
    assert "docs/privacy.md" in said
    assert "take-down list" in said


def test_what_is_said_of_all_payers_is_no_sum_of_those_drawn(monkeypatch):
    """British Telecommunications got £33.5m, and £29.5m "in all" from the twenty drawn."""
    monkeypatch.setattr("components.supplier.paying_councils.MOST_DRAWN", 1)
    whole = ask("supplier/about", supplier_slug="acme-care")["amount_gbp"].item()
    page = opened("supplier", name="acme-care")
    assert not page.exception
    lead = next(str(one.value) for one in page.markdown if "The largest part is" in str(one.value))
    assert f"{pounds(whole, short=True)} in all" in lead


def test_a_supplier_says_what_most_councils_pay_it_for():
    assert "Most often it is paid for" in words(opened("supplier", name="acme-care"))
