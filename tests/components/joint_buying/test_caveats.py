"""Every reason why money is left out of what is bought apart has words."""

import re

from components.joint_buying.caveats import REASONS
from queries import FOLDER
from tests.own_code import ROOT


def test_every_reason_that_the_query_gives_has_words():
    """With money of the treasury told apart the page ended in a KeyError."""
    contract = (ROOT / "data" / "ledger.sql").read_text("utf-8")
    query = (FOLDER / "joint_buying" / "left_out.sql").read_text("utf-8")
    kinds = set(re.findall(r"'(\w+)'", contract.split("CHECK (kind IN (")[1].split("))")[0]))
    made = set(re.findall(r"(?:THEN|ELSE) '(\w+)'", query))
    assert kinds - {"organisation"} <= REASONS.keys()
    assert made - {"compared"} <= REASONS.keys()
