"""The payments of the edition: sums that are kept, single payments and the list all agree."""

import random

import pytest

import queries
from queries import ask

SEED = 20260105
NOTHING = ("supplier_words", "supplier_slug", "councils", "service", "category", "first", "last")
NOTHING += ("least_gbp", "most_gbp", "words_like")
WHOLE = dict.fromkeys(NOTHING) | {"way": "by_place", "cards": "with", "credits": "with"}
OF_SUMS = ("councils", "service", "category", "first", "last", "cards")


@pytest.fixture(autouse=True)
def held() -> None:
    if not queries.EDITION.exists():
        pytest.skip("there is no assembled edition (python -m data.build assemble)")
    if ask("payments/coverage", councils=None).is_empty():
        pytest.skip("the edition holds no payments")


def both(**given) -> tuple:
    """The sums that are kept and those of the payments, for the same search."""
    asked = WHOLE | given
    years = {"first_year": None, "last_year": None, "suppliers": True}
    kept = ask("payments/sums", **{name: asked[name] for name in OF_SUMS}, **years)
    return kept, ask("payments/found", **asked)


def some_councils(n: int) -> list[str]:
    councils = ask("payments/coverage", councils=None)["council"].to_list()
    return random.Random(SEED).sample(councils, min(n, len(councils)))


def test_sums_that_are_kept_are_those_of_the_payments():
    for council in some_councils(4):
        kept, looked_at = both(councils=[council])
        assert kept.equals(looked_at), council


def test_a_service_and_a_category_have_the_same_sums_both_ways():
    for given in ({"service": "housing"}, {"category": "none"}, {"service": "none"}):
        kept, looked_at = both(**given, councils=some_councils(3))
        assert kept.equals(looked_at), given


def test_what_is_held_is_what_is_found():
    held = ask("payments/coverage", councils=None)
    kept, _ = both(councils=some_councils(1))
    row = held.filter(council=some_councils(1)[0]).row(0, named=True)
    whole = kept.filter(part="all").row(0, named=True)
    assert row["payments"] == whole["payments"]
    assert row["amount_gbp"] == pytest.approx(whole["amount_gbp"])
    # Days of other months' files may fall into a month that no file covers.
    dated = kept.filter(part="month")["key"].to_list()
    months = ask("payments/months", councils=some_councils(1))["month"].to_list()
    assert row["months"] == len(months) and {f"{month}" for month in months} <= set(dated)


def test_both_ways_to_a_supplier_find_the_same_payments():
    names, _ = both()
    for slug in names.filter(part="supplier")["slug"].to_list()[:5]:
        place = ask("payments/found", **WHOLE | {"supplier_slug": slug})
        own = ask("payments/found", **WHOLE | {"supplier_slug": slug, "way": "by_supplier"})
        assert place.equals(own), slug
        found = own.filter(part="supplier").row(0, named=True)
        listed = names.filter(slug=slug).row(0, named=True)
        assert (found["payments"], found["amount_gbp"]) == (
            listed["payments"],
            listed["amount_gbp"],
        )
