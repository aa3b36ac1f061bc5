"""Each kind of money in a trend is what it is called: cash or real terms, in all or per head."""

import duckdb
import pytest

from queries import ask

TAKES = {"council": "MAA", "model": "same_class", "others": [], "service": "highways"}


@pytest.fixture
def deflators(world) -> dict[str, float]:
    with duckdb.connect(world, read_only=True) as database:
        return dict(database.execute("SELECT period, index FROM deflator").fetchall())


@pytest.mark.parametrize("per_head", [True, False])
@pytest.mark.parametrize("real", [True, False])
def test_a_kind_of_money_is_what_it_is_called(deflators, real, per_head):
    money = f"{'real' if real else 'cash'}_{'per_head' if per_head else 'total'}"
    rows = [
        row
        for row in ask("council/spending_trend", money=money, **TAKES).rows(named=True)
        if row["value"] is not None
    ]
    assert len({deflators[row["period"]] for row in rows}) > 1, (
        "prices that never move tell nothing"
    )
    for row in rows:
        wanted = row["value_gbp"] / (row["residents"] if per_head else 1)
        wanted *= 100 / deflators[row["period"]] if real else 1
        assert row["value"] == pytest.approx(wanted), row["period"]
