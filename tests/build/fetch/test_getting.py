"""The command that tries what is known and not held says of each address what came of it."""

from datetime import date

import pytest

from data.build import paths
from data.build.fetch import Limits
from data.build.getting import UnknownSource, get
from data.build.records import SourceAddress, load_sources
from tests.build.fetch.conftest import BODY
from tests.build.fetch.server import status as answer
from tests.build.fetch.server import whole


def source_with(*addresses: SourceAddress):
    record = load_sources(paths.SOURCES)["fly-tipping"]
    return {"made-up": record.model_copy(update={"address": list(addresses)})}


def address(url: str) -> SourceAddress:
    return SourceAddress(
        what="Outturn", kind="newer", url=url, said_by="a note", as_of=date(2026, 9, 1)
    )


def test_what_can_be_had_is_brought_and_the_rest_is_said(publisher, tmp_path):
    gone = publisher.serve("/gone.csv", answer(404))
    here = publisher.serve("/here.csv", whole(BODY))
    lines = list(
        get(
            source_with(address(gone), address(here)),
            "made-up",
            tmp_path,
            limits=Limits(attempts=1, pause=lambda _: None),
        )
    )
    assert any(line.startswith("# not had: The publisher no longer gives out") for line in lines)
    assert any('path = "made-up/here.csv"' in line for line in lines)
    assert (tmp_path / "made-up" / "here.csv").read_bytes() == BODY


def test_a_source_without_addresses_leads_to_its_page(tmp_path):
    (line,) = get(source_with(), "made-up", tmp_path)
    assert "https://www.gov.uk/government/statistics/fly-tipping-in-england" in line


def test_a_misspelt_source_is_met_with_those_near_it(tmp_path):
    with pytest.raises(UnknownSource, match="fly-tipping"):
        list(get(load_sources(paths.SOURCES), "flytipping", tmp_path))
