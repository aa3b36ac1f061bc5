"""The same payments in a store that others wrote: moto's server, where it is installed."""

import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

import queries
from tests.far_ledger.object_store import BUCKET

moto = pytest.importorskip("moto.server", reason="moto[server] is not installed")


@pytest.fixture
def endpoint(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bucket with the dataset in a folder of its own."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "made-up")
    server = moto.ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    put(f"{address}/{BUCKET}", b"")
    for file in sorted(path for path in dataset.rglob("*") if path.is_file()):
        name = file.relative_to(dataset).as_posix().replace("=", "%3D")
        put(f"{address}/{BUCKET}/2026-11/{name}", file.read_bytes())
    yield address
    server.stop()


def put(address: str, content: bytes) -> None:
    # Without a type the server takes the bytes for a form.
    typed = {"Content-Type": "application/octet-stream"}
    with urllib.request.urlopen(urllib.request.Request(address, content, typed, method="PUT")):
        pass


def test_payments_in_another_store_are_read(endpoint: str, told, anew):
    place = told(f"s3://{BUCKET}/2026-11", endpoint)
    anew()
    paid = "SELECT count(*), sum(amount_pence)::BIGINT FROM ledger.{}"
    for table in ("payment", "payment_by_supplier"):
        ((payments, pence),) = queries._run(paid.format(table), {}).rows()
        assert (payments, pence) == (14, 693_325)
    assert any(path.is_file() for path in place.cache.rglob("*"))
