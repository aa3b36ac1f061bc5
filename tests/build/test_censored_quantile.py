"""Missing lines of compiled years count as nought or less in a median, or leave a gap."""

import duckdb
import pytest

from data.build import paths


@pytest.fixture(scope="module")
def database():
    con = duckdb.connect()
    for contract in paths.CONTRACT:
        con.execute(contract.read_text("utf-8"))
    return con


def quantile(database, figures, share=0.5):
    """A figure that is None is censored."""
    rows = ", ".join(f"({'NULL' if f is None else f}::DOUBLE, {f is None})" for f in figures)
    sql = f"SELECT censored_quantile(f, c, {share}) FROM (VALUES {rows}) t (f, c)"
    return database.execute(sql).fetchone()[0]


def test_without_missing_lines_it_is_the_usual_quantile(database):
    assert quantile(database, [1, 2, 5, -3]) == 1.5
    assert quantile(database, [1, 2, 5, 9], 0.25) == 1.75


def test_a_missing_line_counts_as_nought_or_less(database):
    # The figures alone have a median of 50.
    assert quantile(database, [None, None, 40, 50, 60]) == 40


def test_a_quantile_among_the_missing_lines_is_not_known(database):
    assert quantile(database, [None, None, 40]) is None
    assert quantile(database, [None, 40]) is None
    assert quantile(database, [None, 40, 50, 60], 0.0) is None


def test_a_quantile_below_nought_is_not_known_beside_a_missing_line(database):
    assert quantile(database, [-5, None, None, 40, 50], 0.5) is None
    assert quantile(database, [None, -5, 10, 40, 50], 0.5) == 10


def test_no_rows_have_no_quantile(database):
    sql = "SELECT censored_quantile(1.0, false, 0.5) FROM range(0)"
    assert database.execute(sql).fetchone()[0] is None


def test_every_query_of_spending_takes_its_quantiles_so():
    """A plain median of a compiled year is one of the councils with a line above nought."""
    for path in sorted((paths.DATA.parent).glob("queries/**/*.sql")):
        text = path.read_text("utf-8")
        if "spending_per_head" in text or "compared(" in text:
            assert "median(" not in text and "quantile_cont(" not in text, path.name
