"""Damage is noticed before a figure is made of it, and named."""

from pathlib import Path

import pytest

from data.build import paths
from data.build.checksums import NAME, Damaged, require_whole, write_checksums


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "below").mkdir()
    for name in ("value.parquet", "below/payments.parquet"):
        (tmp_path / name).write_bytes(b"PAR1 as it was written PAR1")
    write_checksums(tmp_path)
    return tmp_path


def test_what_was_written_is_whole(folder):
    require_whole(folder)
    assert (folder / NAME).read_text().splitlines()[1].endswith("  value.parquet")


def test_one_flipped_bit_is_named(folder):
    content = bytearray((folder / "value.parquet").read_bytes())
    content[9] ^= 1
    (folder / "value.parquet").write_bytes(content)
    with pytest.raises(Damaged, match=r"value\.parquet was changed"):
        require_whole(folder)


def test_what_is_gone_and_what_was_put_there_are_named(folder):
    (folder / "below" / "payments.parquet").rename(folder / "foreign.parquet")
    with pytest.raises(
        Damaged, match=r"below/payments\.parquet is gone, foreign\.parquet is not of it"
    ):
        require_whole(folder)


def test_a_list_that_is_damaged_itself_is_a_sentence(folder):
    (folder / NAME).write_bytes(b"\xff\xfe\x00  \n no list")
    with pytest.raises(Damaged, match="is not of it"):
        require_whole(folder)


def test_a_folder_from_before_there_were_lists_is_read(folder):
    (folder / NAME).unlink()
    require_whole(folder)


@pytest.mark.parametrize("part", [paths.EDITION, paths.LEDGER])
def test_what_comes_with_the_program_carries_its_list_and_is_whole(part):
    assert (part / NAME).exists()
    require_whole(part)
