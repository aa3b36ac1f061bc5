"""A build shows who stands at either end of a measure that is new, and which end is the better."""

import duckdb
import pytest

from data.build.extremes import new_extremes
from data.build.pipeline import show_previous


@pytest.fixture
def build(world_database, tmp_path) -> duckdb.DuckDBPyConnection:
    """The made-up country as a build in progress, beside an edition of no measures."""
    con = duckdb.connect()
    con.execute(f"ATTACH '{world_database}' AS made (READ_ONLY)")
    for table in ("measure", "value", "spending", "council", "period", "measure_value"):
        con.execute(f"CREATE TABLE {table} AS FROM made.{table}")
    show_previous(con, tmp_path / "none")
    return con


def ends(con, measure: str) -> tuple[str, str]:
    """The highest and the lowest of the newest period in England, worked out apart."""
    rows = con.execute(
        "SELECT c.name, v.value, t.ends FROM measure_value v JOIN council c USING (council) "
        "JOIN period t USING (period) WHERE v.measure = $1 AND c.nation = 'England' "
        "AND v.left_out_because IS NULL",
        [measure],
    ).fetchall()
    newest = max(row[2] for row in rows)
    figures = sorted((value, name) for name, value, end in rows if end == newest)
    return figures[-1][1], figures[0][1]


def said_of(con, measure: str) -> str:
    return next(s for s in new_extremes(con) if f" {measure}:" in s and ", England," in s)


@pytest.mark.parametrize("polarity", ["higher", "lower", "neither"])
def test_both_ends_are_named_with_the_direction(build, polarity):
    (measure,) = build.execute(
        "SELECT measure FROM measure_value JOIN council USING (council) "
        "WHERE left_out_because IS NULL AND nation = 'England' GROUP BY 1 "
        "HAVING count(DISTINCT value) > 4 ORDER BY 1"
    ).fetchone()
    build.execute("UPDATE measure SET polarity = $1 WHERE measure = $2", [polarity, measure])
    highest, lowest = ends(build, measure)
    first, top, bottom = said_of(build, measure).splitlines()
    assert f"{polarity} is better" in first
    words = {"higher": (", the best", ", the worst"), "lower": (", the worst", ", the best")}
    at_top, at_bottom = words.get(polarity, ("", ""))
    assert top.strip().startswith(f"highest{at_top}: {highest} ")
    assert bottom.strip().startswith(f"lowest{at_bottom}: {lowest} ")


def test_a_measure_of_the_last_edition_is_not_shown_again(build, tmp_path):
    build.execute(f"COPY measure TO '{tmp_path}/measure.parquet'")
    show_previous(build, tmp_path)
    assert list(new_extremes(build)) == []
