"""The edition's events beside the lists that they are read from, read in plain Python.

Needs the files: set PUBLIC_POUND_MIRROR to a folder that holds them.
"""

import os

import polars as pl
import pytest

from data.build import paths
from tests.build.finance.event_files import NOTICES, SUPPORT
from tests.build.finance.test_nations_against_the_files import records

NO_COUNCILS = ("Police", "Mayoral", "City of London")
pytestmark = [
    pytest.mark.skipif(
        not os.environ.get("PUBLIC_POUND_MIRROR"),
        reason="PUBLIC_POUND_MIRROR names no folder with the published files",
    ),
    pytest.mark.skipif(
        not (paths.EDITION / "council_event.parquet").exists(),
        reason="the edition has no events yet",
    ),
]


def test_notices_and_support_are_all_there():
    events = pl.read_parquet(paths.EDITION / "council_event.parquet")
    notices = events.filter(pl.col("source").is_not_null(), kind="section_114")
    published = sorted(one["evidence_url"] for one in records(NOTICES))
    assert sorted(notices["evidence_url"]) == published
    support = events.filter(kind="exceptional_support")
    listed = [
        one
        for one in records(SUPPORT)
        if not any(word in one["authority_name"] for word in NO_COUNCILS)
    ]
    assert support.height == len(listed)
    wanted = sum(float(one["amount_gbp_million"]) for one in listed)
    assert support["value_gbp"].sum() == pytest.approx(wanted * 1e6)


@pytest.mark.parametrize(
    ("council", "kinds"),
    [
        ("BIR", {"section_114", "exceptional_support", "intervention"}),
        ("CRY", {"section_114", "exceptional_support", "intervention"}),
        ("NGM", {"section_114", "exceptional_support", "intervention"}),
        ("SLG", {"section_114", "exceptional_support", "intervention"}),
        ("THR", {"section_114", "exceptional_support", "intervention", "inspection"}),
        ("WOI", {"section_114", "exceptional_support", "intervention", "reorganisation_decided"}),
        ("HCK", {"section_114"}),
        ("ELM", {"reorganisation_decided"}),
    ],
)
def test_what_befell_the_councils_that_everybody_asks_about(council, kinds):
    events = pl.read_parquet(paths.EDITION / "council_event.parquet")
    assert kinds <= set(events.filter(council=council)["kind"])
