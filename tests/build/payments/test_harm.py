"""Bytes damaged by chance stop nothing: a file is read, or refused with a reason."""

import random

import pytest

from data.build.payments import read
from data.build.payments.report import as_frame, as_json
from tests.build.payments.gallery import amounts, dates, layouts, texts, workbooks

CASES = [*amounts.CASES, *dates.CASES, *layouts.CASES, *texts.CASES, *workbooks.CASES]
# fmt: off
BITS = (
    b'"', b",", b"\n", b"\r", b"\0", b"\x9c", b"\xa3", b"<", b"{", b"[", b"\xff\xfe", b";", b"\t",
    b"9" * 400, b"1e400", b"nan", b"31/02/2023", b"\xe2\x80\xae",
)
# fmt: on


def damaged(content: bytes, chance: random.Random) -> bytes:
    raw = bytearray(content)
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(raw) + 1)
        kind = chance.randrange(3)
        if kind == 0:
            raw[at : at + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            raw[at:at] = chance.choice(BITS)
        else:
            del raw[at : at + chance.randrange(1, 30)]
    return bytes(raw)


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_file_is_read_or_refused(seed: int):
    chance = random.Random(seed)
    for case in chance.sample(CASES, 40):
        found = read(case.file, damaged(case.content, chance))
        told = as_json(found)
        assert bool(found.refused) == (not len(found.payments)), told
        assert as_frame(found).height == told["rows"]
