"""What a council says of its figures is a record with a name, an office, a day and an address."""

import duckdb
import polars as pl
import pytest

from data.build import paths
from data.build.contract import create_contract
from data.build.reading import Bench
from data.build.recording import declare_areas
from data.build.tables import fill
from tests.world import insert, places

FILE = paths.AREAS / "council_comment.csv"
ROW = {
    "council": "MAA", "measure": None, "service": None, "period": "2023-24", "name": "A. Officer",
    "role": "Director", "said_on": "2024-11-05", "comment": "We know.",
    "address": "https://aldby.example/c",
}  # fmt: skip


def database_with(folder, *rows):
    header = FILE.read_text("utf-8").splitlines()[0].split(",")
    assert header == list(ROW)
    frame = pl.DataFrame(list(rows), schema=dict.fromkeys(ROW, pl.String))
    frame.write_csv(folder / "council_comment.csv")
    database = duckdb.connect()
    create_contract(database)
    for table, made in places.TABLES.items():
        insert(Bench(database), table, made)
    declare_areas(database, folder)
    fill(database, paths.TABLES / "council_comment.sql")
    return database


def lost(database):
    return database.execute(
        (paths.CHECKS / "comments_name_what_is_there.sql").read_text()
    ).fetchall()


def test_a_file_with_a_header_alone_is_no_comment(tmp_path):
    assert database_with(tmp_path).execute("FROM council_comment").fetchall() == []


def test_a_row_becomes_a_record(tmp_path):
    database = database_with(tmp_path, ROW)
    ((name, day),) = database.execute("SELECT name, said_on FROM council_comment").fetchall()
    assert (name, f"{day}") == ("A. Officer", "2024-11-05")
    assert lost(database) == []


@pytest.mark.parametrize(
    "wrong", [{"council": "ZZZ"}, {"measure": "no_such_measure"}, {"service": "no_such_service"}]
)
def test_a_comment_on_what_is_not_there_stops_the_build(tmp_path, wrong):
    if "service" in wrong:
        with pytest.raises(Exception, match="service"):
            database_with(tmp_path, ROW | wrong)
    else:
        assert lost(database_with(tmp_path, ROW | wrong))


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": None},
        {"role": None},
        {"said_on": None},
        {"comment": "x" * 1501},
        {"address": "mailto:leader@aldby.example"},
        {"address": None},
    ],
)
def test_a_comment_without_name_office_day_or_page_is_refused(tmp_path, wrong):
    with pytest.raises(Exception, match=r"council_comment"):
        database_with(tmp_path, ROW | wrong)
