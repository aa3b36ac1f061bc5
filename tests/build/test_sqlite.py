"""The edition in SQLite: the same rows, words and keys; and datasette opens it and answers."""

import json
import re
import sqlite3

import polars as pl
import pytest
from datasette.app import Datasette

from data.build.sqlite.writing import DATABASE, HERE, LEFT_OUT, write_sqlite
from tests.web.running import run


@pytest.fixture(scope="module")
def edition(world_database):
    return world_database.parent / "edition"


@pytest.fixture(scope="module")
def file(edition, tmp_path_factory):
    return write_sqlite(edition, tmp_path_factory.mktemp("sqlite"))


def test_every_table_has_its_rows(edition, file):
    with sqlite3.connect(file) as database:
        for path in edition.glob("*.parquet"):
            if path.stem in LEFT_OUT:
                continue
            frame = pl.read_parquet(path)
            rows = database.execute(f'SELECT * FROM "{path.stem}"').fetchall()
            assert len(rows) == frame.height, path.stem
        figures = database.execute("SELECT measure, council, period, value FROM value").fetchall()
        problems = database.execute("PRAGMA foreign_key_check").fetchall()
    held = pl.read_parquet(edition / "value.parquet")
    assert sorted(map(repr, figures)) == sorted(
        map(repr, held.select("measure", "council", "period", "value").iter_rows())
    )
    assert problems == []


def test_lists_are_json_and_days_are_text(file):
    with sqlite3.connect(file) as database:
        [(nations,)] = database.execute("SELECT nations FROM measure LIMIT 1").fetchall()
        [(day,)] = database.execute("SELECT starts FROM period LIMIT 1").fetchall()
    assert isinstance(json.loads(nations), list)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", day)


def test_every_table_and_column_has_its_words(file):
    told = json.loads((file.parent / "metadata.json").read_text())["databases"][DATABASE]
    with sqlite3.connect(file) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            if table.startswith("sqlite_"):
                continue
            columns = {row[1] for row in database.execute(f'PRAGMA table_info("{table}")')}
            assert told["tables"][table]["description"]
            assert all(told["tables"][table]["columns"][name] for name in columns)
    assert "2025-01-01-world" in (file.parent / "metadata.json").read_text()


def test_what_is_kept_by_hand_is_of_tables_that_are_there(file):
    kept = json.loads((HERE / "metadata.json").read_text())["databases"][DATABASE]
    with sqlite3.connect(file) as database:
        there = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    assert kept["tables"].keys() <= there


async def _asked(file, addresses):
    metadata = json.loads((file.parent / "metadata.json").read_text())
    app = Datasette([str(file)], metadata=metadata)
    await app.invoke_startup()
    return [await app.client.get(one) for one in addresses]


def test_datasette_opens_it_and_gives_a_figure(edition, file):
    held = pl.read_parquet(edition / "value.parquet").filter(pl.col("value").is_not_null())
    row = held.row(0, named=True)
    asked = f"measure={row['measure']}&council={row['council']}&period={row['period']}"
    slugs = pl.read_parquet(edition / "council.parquet")
    slug = slugs.filter(council="MAA")["slug"].item()
    page, figure, spent, newest, measure = run(
        _asked(
            file,
            [
                f"/{DATABASE}",
                f"/{DATABASE}/figure.json?_shape=array&{asked}",
                f"/{DATABASE}/spending_of_a_council.json?_shape=array&council={slug}",
                f"/{DATABASE}/a_councils_figures.json?_shape=array&council={slug}",
                f"/{DATABASE}/a_measure_over_councils.json?_shape=array&measure={row['measure']}"
                f"&period={row['period']}",
            ],
        )
    )
    assert page.status_code == 200 and "spending_of_a_council" in page.text
    assert [one["value"] for one in figure.json()] == [row["value"]]
    spending = pl.read_parquet(edition / "spending.parquet").filter(
        council="MAA", component="net_current_expenditure"
    )
    assert len(spent.json()) == spending.height > 0
    assert measure.json()
    own = held.filter(council="MAA")
    assert len(newest.json()) == own["measure"].n_unique()
    last = {one["measure"]: one["period"] for one in own.sort("period").iter_rows(named=True)}
    assert sorted(one["period"] for one in newest.json()) == sorted(last.values())
