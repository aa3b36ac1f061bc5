"""An empty cell before a council was made, or after it was abolished, is no missing figure."""

import pytest

from tests.build.test_measuring import database, values  # noqa: F401


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        ("('NEW', '2022-23', NULL, NULL, NULL)", False),
        ("('OLD', '2023-24', NULL, NULL, NULL)", False),
        ("('NEW', '2022-23', 4, NULL, NULL)", True),
        ("('NEW', '2023-24', NULL, NULL, NULL)", True),
    ],
)
def test_empty_rows_outside_a_councils_life_are_left_out(database, row, kept):  # noqa: F811
    given = ["('AAA', '2022-23', 1, NULL, NULL)", "('AAA', '2023-24', 1, NULL, NULL)", row]
    found = {(r["council"], r["period"]) for r in values(database, given).iter_rows(named=True)}
    council, period = row.split("'")[1], row.split("'")[3]
    assert ((council, period) in found) is kept
