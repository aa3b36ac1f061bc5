"""What is taken away carries status, source, edition and caveats."""

import csv
import io

import fastexcel
import pytest

from components.answers import answer
from components.figure.citation import known_sources
from components.figure.downloads import Leaving, as_csv, as_xlsx

pytestmark = pytest.mark.usefixtures("world")


@pytest.fixture
def bins(world):
    return answer(
        "compare/figures",
        council="MAA",
        model="same_class",
        others=[],
        measures=["bins_recycled"],
        periods=["2024-25"],
    )


def test_the_csv_has_status_source_edition_and_caveats(bins):
    rows = list(
        csv.DictReader(io.StringIO(as_csv(bins, ("Made up.", "Twice.")).decode("utf-8-sig")))
    )
    assert {row["status"] for row in rows} == {"estimated", "suppressed"}
    assert {row["edition"] for row in rows} == {"2025-01-01-world"}
    assert {row["caveats"] for row in rows} == {"Made up. | Twice."}
    assert len(rows) == bins.frame.height


def test_the_workbook_has_notes_and_the_same_rows(bins):
    leaving = Leaving(
        "bins",
        title="Bins",
        finding="Aldby recycles.",
        unit="%",
        period="2024-25",
        caveats=("Made up.",),
        sources=(known_sources()["numbers"],),
        citation="Cite me.",
        answers=(bins, bins),
    )
    book = fastexcel.read_excel(as_xlsx(leaving))
    assert book.sheet_names == ["Notes", "Rows", "Rows 2"]
    notes = book.load_sheet("Notes", header_row=None).to_polars()
    words = "\n".join(f"{a}: {b}" for a, b in notes.iter_rows())
    for part in ("Aldby recycles.", "To bear in mind: Made up.", "Made-up numbers", "Cite me."):
        assert part in words
    assert "Status suppressed" in words and "getvariable('council')" in words
    rows = book.load_sheet("Rows").to_polars()
    assert rows["status"].to_list() == bins.frame["status"].to_list()
    assert rows["value"].to_list() == bins.frame["value"].to_list()
