"""Lists changed on purpose read right, or say that they may not: a small sample of the long run.

``python -m tests.build.payments.changing --mirror DIR`` is the long one.
"""

import os
import random
from pathlib import Path

import pytest

from tests.build.payments.changing.measuring import SURE, tried
from tests.build.payments.changing.sample import made_up, sheets

MIRROR = Path(os.environ.get("PUBLIC_POUND_MIRROR") or "absent")
# Of readings that are called sure, as many are right in a sample so small.
RIGHT = 0.97


@pytest.mark.parametrize("seed", range(6))
def test_what_nobody_published_reads_right_or_is_doubted(seed):
    chance = random.Random(seed)
    outcomes = list(tried([made_up(chance, count) for count in (8, 20, 60)], seed))
    assert [one for one in outcomes if one.word == "silent"] == []
    trusted = [one for one in outcomes if one.confidence >= SURE]
    assert sum(one.word == "right" for one in trusted) >= RIGHT * len(trusted)


@pytest.mark.skipif(not MIRROR.exists(), reason="PUBLIC_POUND_MIRROR names no mirror")
def test_rows_of_real_files_read_right_or_are_doubted():
    chance = random.Random(3)
    outcomes = list(tried(sheets(MIRROR, chance, 1), 3))
    silent = [one for one in outcomes if one.word == "silent"]
    assert len(outcomes) > 500
    assert len(silent) <= 0.003 * len(outcomes), silent
    trusted = [one for one in outcomes if one.confidence >= SURE]
    assert sum(one.word == "right" for one in trusted) >= RIGHT * len(trusted)
