"""A part of the dataset: whole months, nothing that it does not point at, and said to be a part."""

from pathlib import Path

import duckdb
import pytest

from data.build import paths
from data.build.assembling import assemble
from data.build.ledger.embedding import Embedded, embed
from data.build.ledger.placing import LedgerFiles
from data.build.publishing import fresh_of, last_of
from tests.build.ledger.mirror import made

CONTRACTS = (paths.SCHEMA, paths.LEDGER_CONTRACT, paths.SERVICES)
WANTED = Embedded(
    note="Aldby in 2022-23.", references=False, part=[{"councils": ["MAA"], "years": ["2022-23"]}]
)


@pytest.fixture(scope="module")
def part(whole: Path, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("part") / "ledger"
    embed(whole, folder, CONTRACTS, WANTED, print)
    return folder


@pytest.fixture(scope="module")
def ask(part: Path):
    def asked(sql: str) -> list[tuple]:
        with duckdb.connect() as database:
            return database.execute(sql.format(part=part)).fetchall()

    return asked


def test_it_says_that_it_is_a_part(ask):
    found = ask("SELECT whole, payments, published_payments, note FROM '{part}/holding.parquet'")
    assert found == [(False, 11, 14, "Aldby in 2022-23.")]


def test_supplier_totals_are_those_of_the_payments_held(ask):
    """Acme Care is paid by both councils; one of them is held."""
    assert ask(
        "SELECT councils, payments, names FROM '{part}/supplier.parquet' WHERE name ILIKE 'acme%'"
    ) == [(1, 2, 2)]
    assert ask("SELECT count(*) FROM '{part}/supplier.parquet' WHERE name ILIKE 'station%'") == [
        (0,)
    ]


def test_every_file_is_listed_and_says_whether_it_is_held(ask):
    assert ask("SELECT count(*), count(*) FILTER (held) FROM '{part}/payment_file.parquet'") == [
        (8, 4)
    ]


def test_references_are_left_out_when_they_are_not_wanted(ask):
    assert ask("SELECT count(reference) FROM '{part}/payment.parquet'") == [(0,)]


def test_it_is_assembled_and_the_whole_takes_its_place(
    world_database: Path, part: Path, payments_mirror: Path, tmp_path: Path
):
    edition = world_database.parent / "edition"
    files = LedgerFiles(paths.LEDGER_CONTRACT, part, tmp_path / "ledger_full")
    for whole, payments in ((False, 11), (True, 14), (True, 14)):
        if whole and files.whole.exists():
            # Killed between the two names of a swap: the part had silently taken its place.
            files.whole.rename(last_of(files.whole))
            fresh_of(files.whole).mkdir()
        elif whole:
            made(payments_mirror, files.whole)
        assemble(edition, paths.CONTRACT, tmp_path / "councils.duckdb", files)
        with duckdb.connect(tmp_path / "councils.duckdb", read_only=True) as database:
            held = database.execute("SELECT whole, payments FROM ledger.holding").fetchall()
            assert held == [(whole, payments)]
            for table in ("payment", "payment_by_supplier"):
                count = database.execute(f"SELECT count(*) FROM ledger.{table}").fetchall()
                assert count == [(payments,)]
            # Of the part they are made when it is assembled.
            sums = database.execute(
                "SELECT sum(payments), sum(amount_pence) FROM ledger.wording_sum"
            )
            told = sums.fetchall()
            paid = database.execute("SELECT count(*), sum(amount_pence) FROM ledger.payment")
            assert told == paid.fetchall()
            assert database.execute(
                "SELECT count(*) FROM source WHERE source LIKE 'payments-%'"
            ).fetchall() == [(2,)]
