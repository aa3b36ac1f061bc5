"""A council's payments against the rows they are made of, counted here in plain Python."""

from datetime import date

import duckdb
import pytest

from data.build import paths
from data.build.ledger.placing import SPECIAL, YEARS
from data.build.ledger.public_bodies import paid_by_duty
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


@pytest.fixture
def made():
    """An empty ledger of one council X, paid by whom and for what each test says."""
    with duckdb.connect() as database:
        database.execute(paths.LEDGER_CONTRACT.read_text("utf-8"))
        yield database


def asked(database: duckdb.DuckDBPyConnection, query: str, **takes) -> list[dict]:
    database.execute(f"DELETE FROM ledger.year_supplier; {YEARS}")
    database.execute("DELETE FROM ledger.special_supplier")
    database.execute(SPECIAL, {"duty": paid_by_duty()})
    found = database.execute(query_of(query).text, takes)
    names = [one[0] for one in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def test_months_of_cards_alone_are_no_months_of_invoices(made):
    """And a month into which a few of another file's days fall is held by no file."""
    for month, card, held, pence in (
        ("2022-03-01", False, False, 100),
        ("2022-04-01", False, True, 90_000),
        ("2022-05-01", True, True, 500),
    ):
        made.execute(
            "INSERT INTO ledger.month_total "
            f"VALUES ('X', '{month}', NULL, NULL, {card}, false, 1, {pence})"
        )
        made.execute(
            f"INSERT INTO ledger.council_month VALUES ('X', '{month}', {card}, false, 1, {pence})"
        )
        if held:
            made.execute(f"INSERT INTO ledger.month_held VALUES ('X', '{month}', {card}, 1)")
    (year,) = asked(made, "council/payment_years", council="X")
    assert (year["period"], year["months"], year["card_months"]) == ("2022-23", 1, 1)
    assert (year["paid_gbp"], year["cards_gbp"]) == (905.0, 5.0)
    months = asked(made, "payments/months", councils=["X"])
    assert [row["month"] for row in months] == [date(2022, 4, 1)]
    years = asked(made, "joint_buying/years", councils=["X"], council="X")
    assert [(row["period"], row["own_months"], row["amount_gbp"]) for row in years] == [
        ("2022-23", 1, 900.0)
    ]


def test_a_year_of_cards_alone_is_no_year_to_buy_together_in(made):
    """Devon 2020-21: twelve months of card purchases were taken as a whole year."""
    for month in range(1, 13):
        made.execute(
            f"INSERT INTO ledger.month_held VALUES ('X', '2020-{month:02}-01', true, 1);"
            "INSERT INTO ledger.month_total "
            f"VALUES ('X', '2020-{month:02}-01', NULL, NULL, true, false, 1, 100)"
        )
    assert asked(made, "joint_buying/years", councils=["X"], council="X") == []


def paid(database: duckdb.DuckDBPyConnection, number: int, name: str, kind: str, **of) -> None:
    pence, treasury = of["pence"], of.get("treasury", False)
    database.execute(
        "INSERT INTO ledger.supplier VALUES (?, ?, ?, ?, NULL, 1, 1, 1, ?, 0, ?, NULL, NULL)",
        [number, f"s{number}", name, kind, pence, pence if treasury else 0],
    )
    database.execute(
        "INSERT INTO ledger.supplier_year VALUES (?, 'X', '2023-24', NULL, NULL, ?, 1, ?)",
        [number, treasury, pence],
    )


def test_loans_and_many_payees_are_not_among_those_who_were_paid_most(made):
    paid(made, 1, "Public Works Loan Board", "treasury", pence=128_000_000_000, treasury=True)
    paid(made, 2, "Miscellaneous Payments Bacs", "collective", pence=7_567_000_000)
    paid(made, 3, "Cornwall County Council", "organisation", pence=2_000_000_000, treasury=True)
    paid(made, 4, "Acme Care Ltd", "organisation", pence=100_000_000)
    most = asked(made, "council/payment_suppliers", council="X", period="2023-24", most=9)
    assert [row["name"] for row in most] == ["Acme Care Ltd"] and most[0]["share_pct"] == 100
    apart = asked(made, "council/payments_apart", council="X", period="2023-24", most=1)
    assert [(row["sort"], row["name"], row["sort_gbp"]) for row in apart] == [
        ("treasury", "Public Works Loan Board", 1_300_000_000.0),
        ("collective", "Miscellaneous Payments Bacs", 75_670_000.0),
    ]


def test_rows_that_repeat_are_said_with_both_sums(made):
    made.execute(
        "INSERT INTO ledger.month_total "
        "VALUES ('X', '2022-04-01', NULL, NULL, false, false, 9, 900);"
        "INSERT INTO ledger.month_held VALUES ('X', '2022-04-01', false, 1);"
        "INSERT INTO ledger.repeated VALUES ('X', '2022-04-01', false, 1, 4, 400)"
    )
    (year,) = asked(made, "council/payment_years", council="X")
    assert (year["payments"], year["repeated"]) == (9, 4)
    assert (year["paid_gbp"], year["repeated_gbp"]) == (9.0, 4.0)


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
        # Of a service that no words tell of, what was paid is not told: never nought.
        assert row["paid_gbp"] == (pytest.approx(paid) if paid else None), service
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


def test_what_a_supplier_is_mostly_paid_for_is_told_by_councils_and_payments(made):
    """BT was mostly building works, by four large payments of one council."""
    made.execute(
        "CREATE TABLE council AS "
        "SELECT unnest(['X', 'Y']) AS council, unnest(['Ex', 'Wye']) AS name"
    )
    made.execute(
        "INSERT INTO ledger.category (category, plain_name, explanation, bought, position) VALUES "
        "('works', 'Building works', '', true, 1), ('phones', 'Telephones', '', true, 2)"
    )
    made.execute(
        "INSERT INTO ledger.supplier VALUES "
        "(1, 'bt', 'BT plc', 'organisation', NULL, 1, 2, 304, 0, 0, 0, NULL, NULL)"
    )
    for council, category, payments_made, pence in (
        ("X", "works", 4, 900_000_000),
        ("X", "phones", 200, 40_000),
        ("Y", "phones", 100, 30_000),
    ):
        made.execute(
            "INSERT INTO ledger.supplier_year VALUES (1, ?, '2023-24', NULL, ?, false, ?, ?)",
            [council, category, payments_made, pence],
        )
    (of_council,) = asked(made, "council/payment_suppliers", council="X", period="2023-24", most=1)
    assert of_council["for_what"] == "Telephones"
    (bought,) = asked(
        made,
        "joint_buying/suppliers",
        councils=["X", "Y"],
        periods=["2023-24"],
        category=None,
        least=2,
        sort="money",
        most=5,
    )
    assert bought["category_name"] == "Telephones"


def test_peers_that_pay_the_same_supplier_are_their_rows():
    frame = ask(
        "council/payment_suppliers_peers", council="MAA", model="own", others=["MAB", "MAC"],
        period="2022-23", slugs=["acme-care", "script"],
    )  # fmt: skip
    rows = {row["slug"]: row for row in frame.rows(named=True)}
    # Carrby's ledger has no June: nobody knows whether it paid then.
    assert {row["peers_held"] for row in rows.values()} == {1}
    acme = [r for r in of("MAB") if payments.SUPPLIERS[r["supplier"]][0] == "acme-care"]
    assert rows["acme-care"]["peers_paying"] == 1
    assert rows["acme-care"]["median_gbp"] == pytest.approx(
        sum(r["amount_pence"] for r in acme) / 100
    )
    assert (rows["script"]["peers_paying"], rows["script"]["median_gbp"]) == (0, None)
