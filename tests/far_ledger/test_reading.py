"""Payments that lie elsewhere answer as those that lie here, and say so when they can't."""

from collections.abc import Callable
from pathlib import Path

import pytest

import queries
from data.build import paths
from data.build.assembling import assemble
from data.build.ledger.fetching import fetch_small
from data.build.ledger.placing import LedgerFiles
from far_ledger import store
from far_ledger.place import SETTING, Place
from far_ledger.store import PaymentsAway
from queries import EditionUnknown, PaymentsElsewhere, ask
from queries.door import Door
from tests.far_ledger.object_store import StoreServer

PAID = "SELECT reference, amount_pence FROM ledger.payment WHERE council = $council ORDER BY ALL"
BY_SUPPLIER = (
    "SELECT count(*) AS n, sum(amount_pence)::BIGINT AS pence FROM ledger.payment_by_supplier"
)
MAB = [("B1", 1_200), ("B2", 1_500), ("B3", 1_600)]


def paid(council: str) -> list[tuple]:
    return queries._run(PAID, {"council": council}).rows()


def test_payments_in_a_store_are_read(in_store: Place, anew):
    anew()
    assert paid("MAB") == MAB
    assert queries._run(BY_SUPPLIER, {}).rows() == [
        (14, sum(pence for _, pence in MAB + paid("MAA")))
    ]


def test_payments_on_a_shared_disk_are_read(told: Callable[..., Place], held: Path, anew):
    told(str(held))
    anew()
    assert paid("MAB") == MAB


def test_the_files_of_other_councils_are_not_opened(in_store: Place, anew, server):
    anew()
    paid("MAB")
    assert {name for _, name, _ in server.asked} == {"payment/council=MAB/payments.parquet"}


def test_what_was_read_is_not_asked_again(in_store: Place, anew, server):
    anew()
    paid("MAB")
    server.asked.clear()
    anew()
    assert paid("MAB") == MAB
    assert server.asked == []


def test_a_store_that_is_gone_is_a_sentence_and_all_else_answers(
    in_store: Place, anew, server: StoreServer
):
    anew()
    paid("MAB")
    server.silent.set()
    anew()
    # Read lately, and so here.
    assert paid("MAB") == MAB
    with pytest.raises(PaymentsElsewhere, match="can't be reached"):
        paid("MAA")
    assert ask("edition/about").height == 1
    server.silent.clear()
    assert len(paid("MAA")) == 11


def test_a_missing_part_is_a_sentence(in_store: Place, anew, held: Path):
    anew()
    (held / "payment" / "council=MAA" / "payments.parquet").unlink()
    with pytest.raises(PaymentsElsewhere, match=r"gone from where they lie .*council=MAA"):
        paid("MAA")
    assert paid("MAB") == MAB


def test_a_damaged_part_is_a_sentence_until_it_is_put_right(in_store: Place, anew, held: Path):
    anew()
    file = held / "payment" / "council=MAA" / "payments.parquet"
    whole = file.read_bytes()
    file.write_bytes(whole[:100] + bytes([whole[100] ^ 1]) + whole[101:])
    with pytest.raises(PaymentsElsewhere, match=r"not what it was .*council=MAA"):
        paid("MAA")
    assert paid("MAB") == MAB
    file.write_bytes(whole)
    assert len(paid("MAA")) == 11


def test_a_damaged_cache_is_read_anew(in_store: Place, anew):
    anew()
    paid("MAA")
    for file in in_store.cache.rglob("*"):
        if file.is_file():
            file.write_bytes(b"\0" + file.read_bytes()[1:])
    anew()
    assert paid("MAB") == MAB


def test_an_edition_assembled_with_a_place_says_when_nothing_tells_it(
    in_store: Place, anew, monkeypatch
):
    anew()
    monkeypatch.delenv(SETTING)
    anew()
    with pytest.raises(PaymentsElsewhere, match=SETTING):
        paid("MAB")
    assert ask("edition/about").height == 1


def test_a_place_that_is_none_is_a_sentence(in_store: Place, anew, monkeypatch):
    anew()
    monkeypatch.setenv(SETTING, "payments/here")
    anew()
    with pytest.raises(EditionUnknown, match="a folder from the root on"):
        ask("edition/about")


def test_nothing_of_a_store_is_written(in_store: Place, anew, server: StoreServer):
    anew()
    paid("MAA")
    assert {method for method, _, _ in server.asked} <= {"HEAD", "GET"}


def test_no_store_at_assembly_is_a_sentence(in_store: Place, server, tmp_path: Path):
    server.silent.set()
    with pytest.raises(PaymentsAway, match="can't be reached"):
        fetch_small(in_store, tmp_path / "small")


def test_an_edition_whose_payments_are_here_asks_nobody(world: Path, told, server: StoreServer):
    told("s3://payments", server.endpoint)
    ask("edition/about")
    assert server.asked == []


def test_without_the_setting_nothing_reaches_out(
    world: Path, world_database: Path, tmp_path: Path, monkeypatch
):
    """Neither an assembly nor a question opens a store or a socket."""

    def reached(*given) -> None:
        raise AssertionError(f"reached out: {given}")

    monkeypatch.delenv(SETTING, raising=False)
    monkeypatch.setattr(store, "_opened", reached)
    monkeypatch.setattr("socket.socket.connect", reached)
    folder = world_database.parent
    here = LedgerFiles(paths.LEDGER_CONTRACT, folder / "ledger", tmp_path / "none")
    assemble(folder / "edition", paths.CONTRACT, tmp_path / "councils.duckdb", here)
    monkeypatch.setattr(queries, "EDITION", tmp_path / "councils.duckdb")
    monkeypatch.setattr(queries, "_answers", Door(queries.LOCKED_DOWN, queries.SCHEMA_VERSION))
    assert ask("edition/about").height == 1
    assert len(paid("MAA")) > 0
