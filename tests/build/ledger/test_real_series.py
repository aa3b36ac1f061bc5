"""Two real series through the whole command, against what another reader counted in them."""

import os
from pathlib import Path

import pytest

from data.build.ledger.command import run
from data.build.ledger.engines import Engine
from data.build.ledger.reconciling import reconcile

MIRROR = Path(os.environ.get("PUBLIC_POUND_MIRROR") or "absent")
pytestmark = pytest.mark.skipif(
    not (MIRROR / "payments" / "truth.csv").exists(),
    reason="PUBLIC_POUND_MIRROR names no mirror with payments/truth.csv",
)
# The other reader counted the header, which stands last, as a row.
HEADER_LAST = {"March-25-CSV.csv.gz", "April-25-CSV.csv.gz", "Sept-25-CVS.csv.gz"}


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("real") / "whole"
    run(MIRROR, folder, ["hyndburn", "devon-cards"], Engine(workers=1), False, print)
    return reconcile(folder, MIRROR / "payments" / "truth.csv")


def test_every_file_holds_the_payments_and_pounds_that_were_counted(compared):
    assert len(compared) == 107 + 29
    assert [one for one in compared if one.differs] == []


def test_no_row_is_lost(compared):
    other = {Path(one.path).name for one in compared if one.rows}
    assert other <= HEADER_LAST


def test_the_quarter_that_was_published_twice_is_counted_once(compared):
    assert [one.outcome for one in compared].count("repeated") == 1
