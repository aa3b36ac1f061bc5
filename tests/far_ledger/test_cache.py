"""Parts that are kept are bounded, whole, and shared; the setting says what it may."""

import hashlib
import os
from pathlib import Path

import pytest

from data.build.checksums import Damaged
from data.build.ledger.fetching import fetch_small
from far_ledger.blocks import SIZE, BlocksMissing, read_blocks, write_blocks
from far_ledger.cache import Cache
from far_ledger.files import FarFiles
from far_ledger.place import Place, WrongPlace, place_from


def parts(count: int, size: int = 1_000) -> dict[str, bytes]:
    contents = [bytes([number]) * size for number in range(count)]
    return {hashlib.sha256(one).hexdigest(): one for one in contents}


def held(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def test_a_cache_stays_within_its_bound(tmp_path: Path):
    cache = Cache(tmp_path, 10_000)
    for name, content in parts(50).items():
        cache.put(name, content)
        assert held(tmp_path) <= 10_000


def test_what_was_used_last_is_thrown_away_last(tmp_path: Path):
    cache = Cache(tmp_path, 3_500)
    (first, a), (second, b), (third, c), (fourth, d) = parts(4).items()
    for age, (name, content) in enumerate([(first, a), (second, b), (third, c)]):
        cache.put(name, content)
        os.utime(tmp_path / name[:2] / name, (age, age))
    assert cache.get(first) == a
    cache.put(fourth, d)
    assert cache.get(second) is None
    assert cache.get(first) == a


def test_a_second_process_counts_what_the_first_left(tmp_path: Path):
    for name, content in parts(9).items():
        Cache(tmp_path, 10_000).put(name, content)
    other = Cache(tmp_path, 10_000)
    for content in parts(3, 1_001).values():
        other.put(hashlib.sha256(content).hexdigest(), content)
    assert held(tmp_path) <= 10_000


def test_a_folder_that_cant_be_written_keeps_nothing(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    cache = Cache(tmp_path / "file" / "below", 10_000)
    ((name, content),) = parts(1).items()
    cache.put(name, content)
    assert cache.get(name) is None


def test_every_byte_can_be_asked_for(tmp_path: Path):
    content = os.urandom(2 * SIZE + 77)
    file = tmp_path / "held" / "payment" / "council=MAA" / "payments.parquet"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    write_blocks(tmp_path / "held")
    blocks = read_blocks((tmp_path / "held" / "BLOCKS").read_text("utf-8"))
    files = FarFiles(Place(str(tmp_path / "held"), tmp_path / "cache"), blocks)
    name = "payment/council=MAA/payments.parquet"
    assert files.size(name) == len(content)
    for start, length in [(0, 1), (SIZE - 1, 2), (SIZE, SIZE), (5, 2 * SIZE), (2 * SIZE, 77)]:
        assert files.part(name, start, length) == content[start : start + length]
    with files.open(f"ledger://{name}") as reading:
        reading.seek(-7, 2)
        assert reading.read() == content[-7:]
    assert files.glob("ledger://payment/**/*.parquet") == [f"ledger://{name}"]
    with pytest.raises(PermissionError):
        files.open(f"ledger://{name}", "wb")


def test_a_list_that_is_none_is_refused():
    with pytest.raises(BlocksMissing):
        read_blocks("<html>403 Forbidden</html>")


def test_a_small_table_that_changed_is_refused(dataset: Path, held: Path, tmp_path: Path):
    (held / "supplier.parquet").write_bytes((dataset / "category.parquet").read_bytes())
    with pytest.raises(Damaged, match=r"supplier\.parquet"):
        fetch_small(Place(str(held), tmp_path / "cache"), tmp_path / "small")


@pytest.mark.parametrize("address", ["payments", "ftp://payments", "./here"])
def test_an_address_that_is_none_is_refused(address: str):
    with pytest.raises(WrongPlace, match="PUBLIC_POUND_LEDGER"):
        place_from({"PUBLIC_POUND_LEDGER": address})


def test_a_bound_that_is_none_is_refused():
    with pytest.raises(WrongPlace, match="whole number"):
        place_from({"PUBLIC_POUND_LEDGER": "/far", "PUBLIC_POUND_LEDGER_CACHE_MB": "2 GB"})


def test_without_the_setting_there_is_no_place():
    assert place_from({}) is None
