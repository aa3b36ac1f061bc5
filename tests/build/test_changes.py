"""What an edition changed is kept in it, and building it again changes nothing of that."""

import duckdb
import pytest

from data.build.changes import keep_changes, record_changes
from data.build.contract import create_contract
from data.build.naming import content_digest, digest_of_files
from data.build.publishing import contract_tables, publish
from data.build.reading import Bench
from tests.world import insert, places

FIGURES = {
    ("roads_poor", "MAA", "2019-20"): 10.0,
    ("roads_poor", "MAA", "2020-21"): 11.0,
    ("roads_poor", "MAB", "2019-20"): 12.0,
}


def made(figures, name="now"):
    """A working database with these figures and nothing else that is told."""
    database = duckdb.connect()
    create_contract(database)
    bench = Bench(database)
    for table, rows in places.TABLES.items():
        insert(bench, table, rows)
    database.execute("UPDATE edition SET name = $name, before = NULL", {"name": name})
    # The figures alone: their measure is in no codebook here.
    database.execute("CREATE SCHEMA made; SET search_path = 'made,main'")
    database.execute(
        "CREATE TABLE made.value (measure VARCHAR, council VARCHAR, period VARCHAR, value DOUBLE)"
    )
    for (measure, council, period), value in figures.items():
        database.execute("INSERT INTO made.value VALUES (?, ?, ?, ?)",
                         [measure, council, period, value])  # fmt: skip
    return database


def published(figures, folder, name="before"):
    folder.mkdir(parents=True)
    database = made(figures, name)
    for table in ("edition", "council", "edition_change"):
        database.execute(f"COPY main.{table} TO '{folder}/{table}.parquet'")
    database.execute(f"COPY made.value TO '{folder}/value.parquet'")
    for table in ("spending", "spending_line", "finance", "population", "context", "delivery"):
        database.execute(f"COPY main.{table} TO '{folder}/{table}.parquet'")
    return folder


def told(database):
    return database.execute(
        "SELECT council, change, figures, first_period, last_period, before, now "
        "FROM edition_change ORDER BY ALL"
    ).fetchall()


def test_each_kind_of_change_is_told_for_all_and_for_the_council(tmp_path):
    before = published(FIGURES, tmp_path / "before")
    now = made(
        FIGURES
        | {
            ("roads_poor", "MAA", "2020-21"): 22.0,
            ("roads_poor", "MAB", "2020-21"): 13.0,
            ("roads_poor", "MAB", "2021-22"): 14.0,
            ("bins_recycled", "MAC", "2021-22"): 1.0,
        }
    )
    record_changes(now, before)
    assert set(told(now)) == {
        ("MAA", "revised", 1, "2020-21", "2020-21", 11.0, 22.0),
        ("MAB", "added", 1, "2020-21", "2020-21", None, None),
        (None, "revised", 1, "2020-21", "2020-21", None, None),
        (None, "added", 1, "2020-21", "2020-21", None, None),
        (None, "new_period", 1, "2021-22", "2021-22", None, None),
        (None, "new_series", 1, "2021-22", "2021-22", None, None),
    }
    assert now.execute("SELECT before FROM edition").fetchall() == [("before",)]


def test_what_went_is_told(tmp_path):
    before = published(FIGURES | {("hills", "MAA", "2019-20"): 3.0}, tmp_path / "before")
    now = made({key: value for key, value in FIGURES.items() if key[1:] != ("MAA", "2020-21")})
    record_changes(now, before)
    assert {row[:3] for row in told(now)} == {
        ("MAA", "dropped", 1), (None, "dropped", 1), (None, "gone_series", 1),
    }  # fmt: skip


def test_without_an_earlier_edition_nothing_is_told_and_it_says_so(tmp_path):
    now = made(FIGURES)
    assert "not known" in record_changes(now, tmp_path / "nowhere")
    assert told(now) == []
    assert now.execute("SELECT before FROM edition").fetchall() == [(None,)]


@pytest.mark.parametrize("name", ["now", "another title of a measure"])
def test_the_same_figures_again_tell_what_they_told(tmp_path, name):
    """Else the second of two builds from the same files would differ from the first, and a word
    mended would forget what is new."""
    first = made(FIGURES | {("roads_poor", "MAA", "2019-20"): 20.0})
    record_changes(first, published(FIGURES, tmp_path / "before"))
    folder = tmp_path / "first"
    folder.mkdir()
    for table in ("edition", "edition_change", "value"):
        first.execute(f"COPY {table} TO '{folder}/{table}.parquet'")
    again = made(FIGURES | {("roads_poor", "MAA", "2019-20"): 20.0}, name)
    record_changes(again, folder)
    assert told(again) == told(first) != []
    assert again.execute("SELECT before FROM edition").fetchall() == [("before",)]


def test_a_diff_can_be_kept_in_a_published_edition(tmp_path):
    before = published(FIGURES, tmp_path / "before")
    now = published(FIGURES | {("roads_poor", "MAA", "2019-20"): 20.0}, tmp_path / "now", "now")
    keep_changes(now, before)
    kept = duckdb.sql(f"SELECT council, change FROM '{now}/edition_change.parquet'").fetchall()
    assert set(kept) == {("MAA", "revised"), (None, "revised")}
    assert duckdb.sql(f"SELECT name, before FROM '{now}/edition.parquet'").fetchall() == [
        ("now", "before")
    ]


def test_what_changed_is_no_part_of_the_editions_name(tmp_path):
    """The same figures are the same edition, whichever one stood there before."""
    database = duckdb.connect()
    create_contract(database)
    named = content_digest(database, contract_tables(database))
    database.execute(
        "INSERT INTO edition_change VALUES "
        "(NULL, 'measure', 'hills', 'new_series', 1, 1, '2019-20', '2019-20', NULL, NULL, NULL)"
    )
    assert content_digest(database, contract_tables(database)) == named
    publish(database, tmp_path / "edition")
    assert digest_of_files(tmp_path / "edition") == named


@pytest.mark.parametrize("noise", [0, 1e-12])
def test_the_last_digit_of_a_float_is_no_revision(tmp_path, noise):
    now = made({key: value * (1 + noise) for key, value in FIGURES.items()})
    record_changes(now, published(FIGURES, tmp_path / "before"))
    assert told(now) == []
