"""An edition becomes one database, whole or not at all, that older DuckDB can open."""

import duckdb
import pytest

from data.build import assembling, checksums
from data.build.assembling import EditionMissing, EditionUnknown, assemble
from data.build.contract import create_contract
from data.build.publishing import publish

SCHEMA = """
CREATE TABLE council (council VARCHAR PRIMARY KEY);
CREATE TABLE value (
    council VARCHAR NOT NULL REFERENCES council (council), value DOUBLE CHECK (value >= 0)
);
CREATE VIEW total AS SELECT sum(value) AS value FROM value;
"""


@pytest.fixture
def schema(tmp_path):
    path = tmp_path / "schema.sql"
    path.write_text(SCHEMA)
    return path


@pytest.fixture
def edition(tmp_path):
    con = duckdb.connect()
    con.execute(SCHEMA + "INSERT INTO council VALUES ('AAA'); INSERT INTO value VALUES ('AAA', 3)")
    publish(con, tmp_path / "edition")
    # The tests below change its files.
    (tmp_path / "edition" / checksums.NAME).unlink()
    return tmp_path / "edition"


def test_tables_and_views_are_there(edition, schema, tmp_path):
    assemble(edition, (schema,), tmp_path / "c.duckdb")
    with duckdb.connect(tmp_path / "c.duckdb", read_only=True) as con:
        assert con.execute("FROM total").fetchall() == [(3.0,)]


def test_a_kept_view_gives_the_rows_that_it_would_compute(edition, tmp_path, monkeypatch):
    monkeypatch.setattr(assembling, "KEPT", {"total": "value"})
    schema = tmp_path / "schema.sql"
    schema.write_text(SCHEMA)
    assemble(edition, (schema,), tmp_path / "c.duckdb")
    with duckdb.connect(tmp_path / "c.duckdb", read_only=True) as con:
        assert con.execute("FROM total").fetchall() == con.execute("FROM kept.total").fetchall()
        assert con.execute("FROM total").fetchall() == [(3.0,)]


def test_every_kept_view_is_one_of_the_contract_and_its_order_names_its_columns():
    con = duckdb.connect()
    create_contract(con)
    for view, order in assembling.KEPT.items():
        con.execute(f"FROM {view} ORDER BY {order}")


def test_duckdb_1_2_can_open_it(edition, schema, tmp_path):
    assemble(edition, (schema,), tmp_path / "c.duckdb")
    con = duckdb.connect()
    con.execute(f"ATTACH '{tmp_path / 'c.duckdb'}' AS made (READ_ONLY)")
    tags = con.execute("SELECT tags FROM duckdb_databases() WHERE database_name = 'made'")
    assert tags.fetchall()[0][0]["storage_version"].startswith("v1.2")


def test_a_row_that_the_contract_refuses_leaves_the_last_database(edition, schema, tmp_path):
    target = tmp_path / "c.duckdb"
    assemble(edition, (schema,), target)
    before = target.read_bytes()
    duckdb.sql(f"COPY (SELECT 'AAA' AS council, -1.0 AS value) TO '{edition}/value.parquet'")
    with pytest.raises(EditionUnknown):
        assemble(edition, (schema,), target)
    assert target.read_bytes() == before


def test_a_file_of_another_table_is_a_sentence(edition, schema, tmp_path):
    """Whole, and its sum written anew by whoever put it there: it was a traceback."""
    duckdb.sql("SELECT 1 AS measure").write_parquet(str(edition / "council.parquet"))
    with pytest.raises(EditionUnknown, match=r"council\.parquet does not hold"):
        assemble(edition, (schema,), tmp_path / "c.duckdb")
    assert not (tmp_path / "c.duckdb").exists()


def test_no_edition_is_a_sentence(schema, tmp_path):
    with pytest.raises(EditionMissing, match="There is no edition"):
        assemble(tmp_path / "edition", (schema,), tmp_path / "c.duckdb")


def test_an_edition_of_another_version_is_a_sentence(edition, schema, tmp_path):
    (edition / "value.parquet").unlink()
    with pytest.raises(EditionMissing, match=r"no value\.parquet"):
        assemble(edition, (schema,), tmp_path / "c.duckdb")


@pytest.mark.parametrize("version", [1, 99, None])
def test_an_edition_of_another_contract_is_refused(edition, schema, tmp_path, version):
    duckdb.sql(
        f"COPY (SELECT 'x' AS name, {version or 'NULL'} AS schema_version) "
        f"TO '{edition}/edition.parquet'"
    )
    with pytest.raises(EditionUnknown, match="this program reads version 2"):
        assemble(edition, (schema,), tmp_path / "c.duckdb")
    assert not (tmp_path / "c.duckdb").exists()
