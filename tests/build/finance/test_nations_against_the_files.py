"""The edition's spending of three nations beside the files, read in plain Python.

Needs the files: set PUBLIC_POUND_MIRROR to a folder that holds them.
"""

import csv
import gzip
import os
from pathlib import Path

import polars as pl
import pytest

from data.build import paths
from tests.build.finance.nation_files import (
    NORTHERN_IRELAND,
    SCOTLAND,
    WALES,
)

MIRROR = Path(os.environ.get("PUBLIC_POUND_MIRROR", ""))
pytestmark = [
    pytest.mark.skipif(
        not os.environ.get("PUBLIC_POUND_MIRROR"),
        reason="PUBLIC_POUND_MIRROR names no folder with the published files",
    ),
    pytest.mark.skipif(
        not (paths.EDITION / "spending.parquet").exists(), reason="there is no edition yet"
    ),
]


def records(path: str) -> list[dict[str, str]]:
    opener = gzip.open if path.endswith(".gz") else open
    with opener(MIRROR / path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def spending():
    frame = pl.read_parquet(paths.EDITION / "spending.parquet")
    places = pl.read_parquet(paths.EDITION / "council.parquet").select("council", "nation", "gss")
    return frame.join(places, on="council").filter(pl.col("nation") != "England")


@pytest.mark.parametrize(
    ("path", "nation", "rows", "period", "total_gbp"),
    [
        (WALES, "Wales", 4_752, "2024-25", 10_074_121_000),
        (SCOTLAND, "Scotland", 2_016, "2024-25", 15_474_719_000),
    ],
)
def test_every_figure_is_the_files_in_pounds(spending, path, nation, rows, period, total_gbp):
    theirs = records(path)
    ours = spending.filter(nation=nation)
    assert len(theirs) == ours.height == rows
    for row in ours.iter_rows(named=True):
        cell = theirs[row["source_row"] - 2]
        assert (cell["gss"], cell["financial_year"]) == (row["gss"], row["period"])
        assert float(cell["gbp_thousand"]) * 1000 == row["value_gbp"]
        assert row["status"] == "derived"
    whole = ours.filter(period=period, service="total")
    assert whole["value_gbp"].sum() == total_gbp


def test_wales_spends_on_schools_what_its_publisher_says(spending):
    """To the two thousand pounds by which whole thousands of 22 councils may differ."""
    found = spending.filter(nation="Wales", period="2023-24", service="education")
    assert found["value_gbp"].sum() == pytest.approx(3_596_314_000, abs=2_000)


def test_northern_irelands_lines_of_its_last_year(spending):
    ours = spending.filter(pl.col("nation") == "Northern Ireland")
    assert ours["period"].unique().to_list() == ["2023-24"]
    lines = ours.filter(pl.col("service") != "total")
    assert lines["value_gbp"].sum() == pytest.approx(1_163_700_000)
    wanted = sum(
        float(one["gbp_million"])
        for one in records(NORTHERN_IRELAND)
        if one["financial_year"] == "2023-24"
    )
    assert lines["value_gbp"].sum() == pytest.approx(wanted * 1e6)
    lacking = ours.filter(pl.col("value_gbp").is_null())["service"].sort().to_list()
    assert lacking == ["community", "total"]


def test_every_council_of_today_but_one_has_a_total_of_some_year():
    councils = pl.read_parquet(paths.EDITION / "council.parquet").filter(
        pl.col("class") != "other", pl.col("ends").is_null()
    )
    rows = pl.read_parquet(paths.EDITION / "spending.parquet").filter(
        pl.col("value_gbp").is_not_null(), service="total"
    )
    lacking = councils.join(rows, on="council", how="anti")["council"].to_list()
    assert (councils.height, lacking) == (382, ["FMO"])
