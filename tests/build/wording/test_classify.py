"""Made-up payments of made-up councils: which words decide, and that silence stays silence."""

import polars as pl
import pytest

from data.build.wording import classify, hint, load_categories

FIELDS = ("council", "department", "purpose", "category", "expense_code", "capital_revenue")


def decided(**words: str) -> dict:
    row = {name: words.get(name) for name in (*FIELDS, "detail")}
    schema = dict.fromkeys(row, pl.String)
    return classify(pl.DataFrame([row], schema=schema)).row(0, named=True)


def test_rows_come_back_in_their_order_with_four_columns_more():
    rows = pl.DataFrame(
        {
            name: ["Gas", None, "Electricity"] if name == "category" else [None] * 3
            for name in FIELDS
        },
        schema=dict.fromkeys(FIELDS, pl.String),
    )
    found = classify(rows)
    assert found.columns == [
        *FIELDS, "service", "service_why", "spend_category", "category_why",
    ]  # fmt: skip
    assert found["category"].to_list() == ["Gas", None, "Electricity"]
    assert found["spend_category"].to_list() == ["gas_heating", None, "electricity"]


def test_the_words_that_decided_are_told():
    found = decided(department="Adult Social Care", category="Home Care - Private Contractor")
    assert found["spend_category"] == "home_care"
    assert found["category_why"].startswith("category: home care")
    assert (found["service"], found["service_why"]) == (
        "adult_social_care", "department: adult social care",
    )  # fmt: skip


def test_a_reason_repeats_no_more_than_the_telling_words():
    found = decided(purpose="DISABLED FACILITIES GRANT - J BLOGGS")
    assert found["category_why"] == "purpose: disabled facilities"


def test_a_unit_s_name_is_not_what_it_bought():
    found = decided(department="Resources", detail="Legal Services | Room Hire")
    assert (found["spend_category"], found["service"]) == ("property_rent", "central")


def test_a_corporate_department_makes_no_building_works_or_loans_its_own():
    for words in ("Construction Works", "PWLB Loan Interest"):
        found = decided(department="Corporate Services", category=words)
        assert found["spend_category"] and found["service"] is None


def test_a_publisher_with_one_service_needs_no_words():
    found = decided(council="E7023", category="Petrol")
    assert (found["service"], found["spend_category"]) == ("police", "fuel")


def test_words_that_do_not_tell_stay_open():
    found = decided(department="Place", category="Supplies and Services", purpose="Miscellaneous")
    assert [found[name] for name in ("service", "service_why", "spend_category")] == [None] * 3


@pytest.mark.parametrize(
    ("department", "category", "service"),
    [
        ("Adult Social Care", "residential_care", "adult_social_care"),
        ("Children's Social Care", "childrens_homes", "children"),
    ],
)
def test_the_service_tells_what_residential_means(department, category, service):
    found = decided(department=department, purpose="Residential")
    assert (found["spend_category"], found["service"]) == (category, service)


def test_what_was_bought_tells_the_service_of_a_mixed_directorate():
    found = decided(department="People", category="Independent Fostering (3rd)")
    assert (found["service"], found["service_why"]) == ("children", found["category_why"])


def test_further_columns_speak_when_the_others_do_not():
    found = decided(department="Chief Executive's", detail="Libraries | Electricity")
    assert (found["service"], found["spend_category"]) == ("culture", "electricity")


def test_a_supplier_is_a_hint_only_by_its_whole_name():
    names = pl.Series(["HM Revenue & Customs", "HMRC Fans Social Club", None])
    assert hint(names).to_list() == ["taxes", None, None]


def test_every_category_has_its_words():
    for one in load_categories().iter_rows(named=True):
        assert one["plain_name"] and one["explanation"].endswith("."), one["category"]


def test_a_department_is_not_a_service():
    """Devon's agency staff for every service stood under council tax collection and offices."""
    found = decided(department="Corporate Services", category="Agency Staff")
    assert found["spend_category"] == "agency_staff"
    assert found["service"] is None


@pytest.mark.parametrize("words", ["Supply Teachers", "Agency Supply Staff", "Teacher Cover"])
def test_cover_for_teachers_is_not_among_agency_staff(words):
    found = decided(category=words)
    assert (found["spend_category"], found["service"]) == ("supply_teachers", "education")


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("Interest Payable Temporary Loan", "loans_treasury"),
        ("CASH Deposits / Receipts | Cash & Cash Equivalents (CASH)", "balance_sheet"),
        ("STCr Amounts Payroll Control Accounts", "balance_sheet"),
        ("Precepts - Police", "precepts_levies"),
    ],
)
def test_money_of_the_treasury_is_told_by_its_words(words, category):
    treasury = {one["category"]: one["treasury"] for one in load_categories().to_dicts()}
    assert decided(purpose=words)["spend_category"] == category and treasury[category]


@pytest.mark.parametrize(
    "words",
    [
        "Prosperity & Investment | Premises-Related Expenditure | Electricity",
        "Prosperity & Investment | Capital Expenditure | Payments to Contractor",
        "Prosperity & Investment | Regeneration & Investment | Capital Expenditure",
        "Inward Investment & Business Support | Capital Expenditure | Payments to Contractor",
    ],
)
def test_a_directorate_named_after_investment_puts_no_money_out(words):
    """Telford and Wrekin: 10,926 payments, £49.6m, were left out of what it paid suppliers."""
    assert decided(detail=words)["spend_category"] != "loans_treasury"
    assert decided(purpose=words)["spend_category"] != "loans_treasury"


@pytest.mark.parametrize(
    "words",
    [
        "City Development | Investment Properties | Revenue",
        "General Management | Revenue Expenditure | HRA - Investment Related Expe",
        "Finance & Investment | Computer Costs",
        "Treasury | Corporate Finance | Contract Payments",
        "Sustainability - Grants and Loans | Grant Payments",
        "Priority Investment Fund | Grant Payments",
        "DOLS/Best Interest Provision",
        "Tangible Fixed Asset | Central Balance Sheet",
        "Temporary Staff | Balance Sheet & Recharge",
    ],
)
def test_what_property_units_and_funds_called_so_buy_is_bought(words):
    """£225m of eighteen bodies stood as loans or balances: £160m of the City of London's buildings,
    £16m of agency staff and energy in Swindon, £5m of Sunderland's property that is let."""
    treasury = {one["category"] for one in load_categories().to_dicts() if one["treasury"]}
    assert decided(detail=words)["spend_category"] not in treasury


def test_current_liabilities_beside_the_same_account_stay_on_the_balance_sheet():
    words = "Current Liability | Central Balance Sheet"
    assert decided(detail=words)["spend_category"] == "balance_sheet"
