"""What is taken away carries status, source, edition and caveats."""

import csv
import io

import fastexcel
import pytest

from components.answers import answer
from components.figure.citation import known_sources
from components.figure.downloads import Leaving, as_csv, as_xlsx, of_every_row
from tests.pages.opening import opened

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


def leaving_of(council: str, answers) -> Leaving:
    return Leaving(
        "spending-by-service",
        title=f"{council}: spending by service, 2023-24, beside usual peers",
        finding="",
        unit="£ per head, real terms, 2024-25 prices",
        period="2023-24",
        caveats=(),
        sources=(),
        citation="",
        answers=answers,
        council=council,
        address="http://localhost/council?council=x",
    )


def test_two_councils_files_tell_whose_they_are(bins):
    """Both were spending-by-service.csv, without council, year or unit."""
    one, other = (leaving_of(name, (bins,)) for name in ("Leeds", "St John’s"))
    assert one.file_stem == "leeds-spending-by-service-2023-24-beside-usual-peers"
    assert other.file_stem.startswith("st-johns-spending")
    text = as_csv(bins, (), of_every_row(one)).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["council_name"] for row in rows} == {"Leeds"}
    assert {row["price_base"] for row in rows} == {"2024-25"}
    assert all(row["unit"] and row["period"] and row["address"] for row in rows)


def test_every_figure_of_a_council_names_it():
    page = opened("council", council="aldby")
    titles = [one.value for one in page.subheader]
    named = [title for title in titles if title.startswith("Aldby: ")]
    assert len(named) >= 5, titles
