"""What a council decides on: all services less education, police and fire, in one definition."""

import statistics
from pathlib import Path

import duckdb
import polars as pl
import pytest

import queries
from queries import ask

UPPER = ["county", "unitary", "metropolitan_district", "london_borough"]
LEFT_OUT = {"education", "police", "fire"}


def _has_it(edition: Path) -> bool:
    if not edition.exists():
        return False
    with duckdb.connect(str(edition), read_only=True) as database:
        return bool(database.execute("FROM service WHERE service = 'decided'").fetchall())


of_the_edition = pytest.mark.skipif(
    not _has_it(queries.EDITION), reason="there is no assembled edition that has the sum"
)


def beside(council: str, period: str, money: str = "cash_per_head") -> dict[str, dict]:
    takes = {"model": "same_class", "others": [], "period": period, "money": money}
    rows = ask("council/spending_beside_peers", council=council, **takes).rows(named=True)
    return {row["service"]: row for row in rows}


def test_the_services_left_out_say_why(world):
    rows = ask("service/not_decided").rows(named=True)
    assert {row["service"] for row in rows} == LEFT_OUT
    assert all(row["because"] for row in rows)


def test_it_is_the_sum_of_the_services_that_count(world):
    rows = beside("MAA", "2021-22", "cash_total")
    counted = [r["value"] for key, r in rows.items() if key not in {"decided", "total", *LEFT_OUT}]
    assert rows["decided"]["value"] == pytest.approx(sum(counted))
    assert rows["total"]["value"] == pytest.approx(
        rows["decided"]["value"] + rows["education"]["value"]
    )


def test_without_a_return_there_is_none(world):
    row = beside("MAB", "2022-23")["decided"]
    assert (row["value"], row["status"]) == (None, "not_submitted")


@of_the_edition
def test_leeds_is_a_tenth_under_the_median_without_schools():
    rows = beside("LDS", "2023-24")
    gap = {key: rows[key]["value"] / rows[key]["peers_median"] - 1 for key in ("total", "decided")}
    assert gap["total"] == pytest.approx(-0.005, abs=0.001)
    assert gap["decided"] == pytest.approx(-0.107, abs=0.001)


@of_the_edition
@pytest.mark.parametrize(("period", "change"), [("2022-23", 44), ("2023-24", 45)])
def test_councils_change_side_as_counted_by_other_code(period, change):
    """From the published tables by plain Python: none of the edition's views is used."""
    spending, class_of, people = _tables(period)
    every = {c: sum(lines.values()) for c, lines in spending.items()}
    decided = {
        c: sum(v for service, v in lines.items() if service not in LEFT_OUT)
        for c, lines in spending.items()
    }
    upper = [c for c in spending if class_of[c][0] in UPPER]
    assert len(upper) == 151

    def side(council: str, amounts: dict[str, float]) -> bool:
        alike, _ = class_of[council]
        peers = [c for c in spending if class_of[c] == (alike, False) and c != council]
        middle = statistics.median(amounts[c] / people[c] for c in peers)
        return amounts[council] / people[council] > middle

    changed = {c for c in upper if side(c, every) != side(c, decided)}
    assert len(changed) == change
    for council in changed:
        rows = beside(council, period)
        way = {k: rows[k]["value"] > rows[k]["peers_median"] for k in ("total", "decided")}
        assert way["total"] != way["decided"], council


def _tables(period: str):
    """Pounds by council and service of a year; class and sparse; residents of the year."""
    with duckdb.connect(str(queries.EDITION), read_only=True) as database:
        lines = database.execute(
            "SELECT council, service, value_gbp FROM spending WHERE period = ? "
            "AND component = 'net_current_expenditure' AND value_gbp IS NOT NULL",
            [period],
        ).fetchall()
        councils = database.execute("SELECT council, class, sparse FROM council").fetchall()
        people = database.execute(
            "SELECT council, residents FROM population WHERE year = ?", [int(period[:4])]
        ).fetchall()
    spending: dict[str, dict[str, float]] = {}
    for council, service, value in lines:
        if service != "total":
            spending.setdefault(council, {})[service] = value
    kind = {council: (name, sparse) for council, name, sparse in councils}
    return {c: v for c, v in spending.items() if kind[c][0] != "other"}, kind, dict(people)


@of_the_edition
def test_the_measure_is_the_view():
    frame = ask("map/values", measure="spend_decided", period="2023-24", nation="England",
                groups=["single"], prices="cash")  # fmt: skip
    leeds = frame.filter(council="LDS")["value"].item()
    assert leeds == pytest.approx(beside("LDS", "2023-24")["decided"]["value"])
    assert frame.filter(pl.col("value").is_not_null()).height > 120
