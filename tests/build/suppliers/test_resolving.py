"""What the answer of resolving looks like, what numbers join, and what a supplier is called."""

import re

from data.build.privacy import BY_COUNCIL, PERSON
from data.build.suppliers import resolve
from tests.build.suppliers.joining import joined, names_of


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


def test_a_short_name_takes_the_one_number_that_a_council_gave_it():
    assert joined(("Allpay Limited", "AAA", "01234567"), ("Allpay Ltd", "BBB"))


def test_a_short_name_of_two_numbers_gives_neither_to_a_third_council():
    others = ("Allpay Ltd", "CCC", "07654321")
    assert not joined(("Allpay Limited", "AAA", "01234567"), ("Allpay Ltd", "BBB"), others)


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
