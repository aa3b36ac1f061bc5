"""One supplier's answers, beside the made-up payments added up in plain Python."""

from pathlib import Path

import pytest

from queries import FOLDER, ask
from tests.queries.payments_of_the_world import SLUGS, TABLES, rows, sums

pytestmark = pytest.mark.usefixtures("world")
ACME = SLUGS.index("acme-care")
OWN = [row for row in rows() if row["slug"] == "acme-care"]


def found(*words):
    return ask("supplier/search", words=list(words), sort="fit", most=20, skip=0)["slug"].to_list()


def test_words_are_found_in_any_order_in_any_spelling_and_in_either_case():
    assert found("LIMITED", "acme") == ["acme-care"]
    assert found("north") == ["acme-care"]
    assert found("acme", "bins") == []


@pytest.mark.parametrize("word", ["%", "_", "\\", "'", "%%"])
def test_no_character_is_a_pattern(word):
    held = [slug for slug in SLUGS if slug not in ("private-persons", "withheld-by-council")]
    names = {one["supplier"]: one["name"] for one in TABLES["supplier_name"]}
    wanted = {slug for slug in held if word in names[SLUGS.index(slug)]}
    assert set(found(word)) == wanted


def test_a_company_number_finds_its_supplier():
    assert found("01234567") == ["acme-care"]


def test_nobody_is_found_among_names_that_are_hidden():
    assert found("private") == []
    assert found("withheld") == []


def test_a_spelling_is_told_where_the_name_itself_does_not_match():
    (row,) = ask("supplier/search", words=["north"], sort="fit", most=20, skip=0).rows(named=True)
    assert row["spelling"] == "Acme Care Ltd (North)"
    for word in ("acme", "LTD", "01234567"):
        found = ask("supplier/search", words=[word], sort="fit", most=20, skip=0).rows(named=True)
        assert next(row for row in found if row["slug"] == "acme-care")["spelling"] is None


def test_payers_and_months_add_up_to_the_payments():
    payers = ask("supplier/payers", supplier=ACME)
    assert dict(payers.select("council", "amount_gbp").iter_rows()) == pytest.approx(
        {council: amount for (council,), amount in sums(OWN, "council").items()}
    )
    assert payers["payments"].sum() == len(OWN)
    months = ask("supplier/months", supplier=ACME)
    assert {
        (council, month): amount
        for council, month, amount in months.select("council", "month", "amount_gbp").iter_rows()
    } == pytest.approx(sums(OWN, "council", "month"))


def test_how_much_of_each_payer_is_held_stands_beside_it():
    payers = {row["council"]: row for row in ask("supplier/payers", supplier=ACME).to_dicts()}
    assert payers["MAC"]["months_held"] == 23
    assert payers["MAC"]["threshold_gbp"] == 250
    assert payers["MAA"]["months_held"] == 24


def test_pages_hold_every_payment_once():
    pages = [
        ask("supplier/payments", supplier=ACME, council=None, most=50, skip=skip)
        for skip in (0, 50, 100)
    ]
    lines = [line for page in pages for line in page.select("file", "sheet", "line").iter_rows()]
    assert sorted(lines) == sorted((row["file"], row["sheet"], row["line"]) for row in OWN)


def test_every_spelling_has_a_reason():
    spellings = ask("supplier/spellings", supplier=ACME)
    assert spellings.height == 3
    assert all(spellings["rule"]) and all(spellings["evidence"])
    assert spellings["payments"].sum() == len(OWN)


def test_purposes_keep_the_two_sides_of_the_words():
    (row,) = ask("supplier/purposes", supplier=ACME).rows(named=True)
    assert (row["service"], row["category"]) == ("highways", "highways_works")
    (words,) = ask("supplier/words", supplier=ACME, most=9).rows(named=True)
    assert words["purpose"] == "Road resurfacing"
    assert words["category_why"]


def test_a_near_address_finds_its_supplier():
    assert ask("supplier/near", supplier_slug="acme-cares")["slug"].to_list() == ["acme-care"]
    assert ask("supplier/near", supplier_slug="private-person").is_empty()


def test_a_name_that_made_an_address_finds_its_supplier():
    for slug in ("acme-care-limited", "acme-care-ltd-north"):
        assert ask("supplier/former", supplier_slug=slug)["slug"].to_list() == ["acme-care"]
    # Words of the letters a to f, years and pieces of digests are no part of another's name.
    for slug in ("acme-care-limited-facade", "acme-care-limited-2019", "acme-care-ltd-north-3f9a"):
        assert ask("supplier/former", supplier_slug=slug).is_empty()
    for slug in ("private-person-name-withheld", "acme", "", "-", "%"):
        assert ask("supplier/former", supplier_slug=slug).is_empty()


def test_no_answer_reads_all_payments():
    """`ledger.payment` is the nation's: a supplier's own lie in the copy kept in its order."""
    asked = [
        path for folder in ("supplier", "joint_buying") for path in Path(FOLDER, folder).iterdir()
    ]
    assert asked
    for path in asked:
        words = path.read_text("utf-8").replace("payment_by_supplier", "").split()
        assert "ledger.payment" not in words, path.name


def test_a_slip_of_a_letter_finds_what_is_nearly_called_so():
    rows = ask("supplier/search", words=["amce", "care"], sort="fit", most=20, skip=0)
    assert rows["slug"].to_list() == ["acme-care"]
    assert rows["near"].to_list() == [True]


def test_a_part_of_a_word_that_is_not_its_beginning_finds_nothing():
    assert found("arm") == []


@pytest.mark.parametrize("sort", ["fit", "sum", "councils", "name"])
def test_pages_of_a_search_are_all_of_it_and_nothing_twice(sort):
    takes = {"words": ["a"], "sort": sort}
    whole = ask("supplier/search", **takes, most=99, skip=0)["slug"].to_list()
    pages = [
        slug
        for skip in range(len(whole))
        for slug in ask("supplier/search", **takes, most=1, skip=skip)["slug"]
    ]
    assert pages == whole
