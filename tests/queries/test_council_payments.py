"""A council's payments against the rows they are made of, counted here in plain Python."""

from datetime import date

import duckdb
import pytest

from data.build import paths
from queries import ask, query_of
from tests.world import payments
from tests.world.money import amount_gbp, running_gbp

pytestmark = pytest.mark.usefixtures("world")
PAID = payments.tables()["payment"]
FIRST, LAST = date(2022, 4, 1), date(2023, 3, 31)


def of(council: str) -> list[dict]:
    return [r for r in PAID if r["council"] == council and FIRST <= r["month"] <= LAST]


@pytest.mark.parametrize("council", payments.THRESHOLDS)
def test_a_years_payments_are_its_rows(council):
    year = ask("council/payment_years", council=council).filter(period="2022-23").row(0, named=True)
    rows = of(council)
    assert year["months"] == len({row["month"] for row in rows})
    assert year["payments"] == len(rows)
    assert year["paid_gbp"] == pytest.approx(sum(r["amount_pence"] for r in rows) / 100)
    assert year["cards_gbp"] == pytest.approx(
        sum(r["amount_pence"] for r in rows if r["card"]) / 100
    )


def test_a_month_that_no_file_covers_is_missing_and_not_zero():
    years = dict(ask("council/payment_years", council="MAC").select("period", "months").iter_rows())
    assert years == {"2022-23": 11, "2023-24": 12}


def test_a_month_of_a_few_stray_payments_is_told_apart():
    """Made of a council of three months: its own, and one into which a file's first day falls."""
    ask_of = query_of("council/payment_years").text
    with duckdb.connect() as made:
        made.execute(paths.LEDGER_CONTRACT.read_text("utf-8"))
        for month, payments_held in (("2022-04-01", 1000), ("2022-05-01", 49), ("2022-06-01", 50)):
            values = f"('X', '{month}', NULL, NULL, false, {payments_held}, 100)"
            made.sql(f"INSERT INTO ledger.month_total VALUES {values}")
        row = made.execute(ask_of, {"council": "X"}).fetchone()
    assert row[:4] == ("2022-23", 3, 1, 1099)


def test_no_month_of_the_world_is_thin():
    for council in payments.THRESHOLDS:
        assert set(ask("council/payment_years", council=council)["few"]) == {0}


def test_files_that_were_read_and_are_not_held_are_counted():
    assert ask("council/payments_elsewhere", council="MAD").row(0) == (0, 0, False, None, None)
    assert ask("council/payments_elsewhere", council="MAA")["payments"].item() == 0


@pytest.mark.parametrize("council", ["MAA", "CSH"])
def test_payments_stand_beside_the_accounts_of_the_same_service(council):
    frame = ask("council/payments_beside_outturn", council=council, period="2022-23")
    rows = {row["service"]: row for row in frame.rows(named=True)}
    meant = {n: row[3] for n, row in enumerate(payments.WORDINGS)}
    for service, row in rows.items():
        wanted = None if service == "not_told" else service
        paid = sum(r["amount_pence"] for r in of(council) if meant[r["wording"]] == wanted) / 100
        assert row["paid_gbp"] == pytest.approx(paid), service
    assert "total" not in rows


def test_running_expenses_stand_beside_payments_where_a_return_tells_them():
    """They are what is bought; net of fees and grants a service can cost less than it buys."""
    told = {row["service"]: row for row in _beside("MAA")}["environment"]
    assert told["basis"] == "running_expenses"
    assert told["outturn_gbp"] == pytest.approx(running_gbp(amount_gbp("MAA", "environment", 2022)))
    assert told["gap_gbp"] == pytest.approx(told["outturn_gbp"] - told["paid_gbp"])


def test_where_a_return_does_not_tell_them_net_expenditure_stands_beside_payments():
    net = {row["service"]: row for row in _beside("CSH")}["highways"]
    assert net["basis"] == "net_current_expenditure"
    assert net["outturn_gbp"] == pytest.approx(amount_gbp("CSH", "highways", 2022))


def _beside(council: str) -> list[dict]:
    frame = ask("council/payments_beside_outturn", council=council, period="2022-23")
    return frame.rows(named=True)


def test_a_council_without_payments_has_no_rows():
    assert ask("council/payments_beside_outturn", council="MAD", period="2022-23").is_empty()
    assert ask("council/payment_publisher", council="MAD").is_empty()


def test_suppliers_are_in_the_order_of_what_they_were_paid():
    frame = ask("council/payment_suppliers", council="MAA", period="2022-23", most=3)
    paid = {}
    for row in of("MAA"):
        paid[row["supplier"]] = paid.get(row["supplier"], 0) + row["amount_pence"]
    top = sorted(paid, key=lambda supplier: -paid[supplier])[:3]
    assert frame["slug"].to_list() == [payments.SUPPLIERS[number][0] for number in top]
    assert frame["share_pct"][0] == pytest.approx(100 * paid[top[0]] / sum(paid.values()))
