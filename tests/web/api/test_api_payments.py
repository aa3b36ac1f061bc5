"""Payments and suppliers of the API: the page's search, within what may be looked at."""

import pytest

from queries import ask
from tests.web.api.calling import get
from tests.web.test_payments import WHOLE

pytestmark = pytest.mark.usefixtures("world")


@pytest.mark.parametrize(
    ("query", "given"),
    [
        ("", {}),
        ("council=aldby,carrby", {"councils": ["MAA", "MAC"]}),
        ("supplier=acme+care", {"supplier_words": ["acme", "care"], "way": "by_supplier"}),
        ("paid=bold-bins&council=aldby", {"supplier_slug": "bold-bins", "councils": ["MAA"]}),
        ("words=refuse&from=2022-06&to=2022-09",
         {"words_like": "%refuse%", "first": "2022-06-01", "last": "2022-09-01"}),
        ("credits=only", {"credits": "only"}),
        ("cards=only", {"cards": "only"}),
        ("service=none", {"service": "none"}),
        ("category=none&least=4000", {"category": "none", "least_gbp": 4_000.0}),
    ],
)  # fmt: skip
def test_payments_are_as_many_and_as_much_as_on_the_page(query, given):
    page = ask("payments/found", **WHOLE | given).filter(part="all").row(0, named=True)
    told = get("payments", query + "&limit=50000").json()
    assert told["total"] == len(told["data"]) == page["payments"] > 0
    assert sum(row["amount_gbp"] for row in told["data"]) == pytest.approx(page["amount_gbp"])


def test_a_payment_names_its_council_supplier_and_file():
    row = get("payments", "paid=acme-care&council=aldby&limit=1").json()["data"][0]
    assert (row["gss"], row["supplier_slug"]) == ("E08000011", "acme-care")
    assert row["company_number"] == "01234567" and row["line"] and row["file"]


def test_payments_come_in_the_order_that_is_asked_for():
    rows = get("payments", "sort=largest&limit=50000").json()["data"]
    amounts = [row["amount_gbp"] for row in rows]
    assert amounts == sorted(amounts, reverse=True)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("from=2024-03&to=2024-02", "from"),
        ("from=2024-03-01", "from"),
        ("least=5&most=4", "least"),
        ("least=much", "least"),
        ("least=nan", "least"),
        ("paid=acme", "paid"),
        ("category=nothing", "category"),
        ("service=education", "service"),
        ("cards=perhaps", "cards"),
    ],
)
def test_what_cannot_be_asked_is_refused_by_its_name(query, parameter):
    answer = get("payments", query)
    assert answer.status in {400, 404} and answer.json()["parameter"] == parameter


def test_an_unknown_supplier_leads_to_those_that_are_near():
    assert "acme-care" in get("payments", "paid=acme-car").json()["nearest"]


def test_nothing_is_looked_through_without_bounds(monkeypatch):
    monkeypatch.setattr("web.api.money_paid.MOST_LOOKED_AT", 100)
    told = get("payments").json()
    assert told["type"] == "docs#too-wide" and "take/payments.csv" in told["detail"]
    assert get("payments", "council=aldby&from=2022-04&to=2022-05").status == 200


def test_pages_go_so_deep_and_then_lead_to_the_files(monkeypatch):
    monkeypatch.setattr("web.api.money_paid.DEEPEST", 50)
    assert get("payments", "limit=50").status == 200
    told = get("payments", "limit=10&offset=45").json()
    assert told["type"] == "docs#too-many-rows" and "take/payments.csv" in told["detail"]


def test_suppliers_of_the_whole_are_those_of_the_ledger():
    rows = {row["slug"]: row for row in get("suppliers", "limit=50000").json()["data"]}
    for slug in ("acme-care", "bold-bins", "private-persons"):
        about = ask("supplier/about", supplier_slug=slug).row(0, named=True)
        for name in ("name", "kind", "company_number", "councils", "payments", "amount_gbp"):
            assert rows[slug][name] == about[name], (slug, name)


def test_suppliers_are_found_by_the_words_of_the_page():
    told = get("suppliers", "find=acme").json()["data"]
    found = ask("supplier/search", words=["acme"], sort="fit", most=20, skip=0)
    assert [row["slug"] for row in told] == found["slug"].to_list() != []
    assert get("suppliers", "find=nobody+at+all").json()["total"] == 0
    assert get("suppliers", "company_number=01234567").json()["data"][0]["slug"] == "acme-care"


def test_sums_of_some_councils_are_of_these_alone():
    told = get("suppliers", "council=aldby&category=home_care&period=2022-23").json()["data"]
    for row in told:
        paid = get(
            "payments",
            f"paid={row['slug']}&council=aldby&category=home_care&from=2022-04&to=2023-03"
            "&limit=50000",
        ).json()
        assert row["payments"] == paid["total"]
        assert row["amount_gbp"] == pytest.approx(sum(p["amount_gbp"] for p in paid["data"]))
        assert row["councils"] == 1
    assert told
