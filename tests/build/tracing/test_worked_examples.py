"""docs/tracing.md: it prints what the command prints, and its sums hold by the files alone."""

import csv
import gzip
import itertools
import math
import re
import shlex
import zipfile
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

from data.build.tracing import trace
from tests.build.tracing.needs import MIRROR, needs_edition, needs_mirror
from tests.own_code import ROOT

EXAMPLES = re.compile(
    r"```console\n\$ python -m data.build trace (.*?) --mirror DIR\n(.*?)\n```", re.S
)
EXAMPLE_TEXT = (ROOT / "docs" / "tracing.md").read_text("utf-8")


@needs_edition
@needs_mirror
@pytest.mark.parametrize(("asked", "answer"), EXAMPLES.findall(EXAMPLE_TEXT))
def test_the_worked_examples_say_what_the_command_says(tracer, asked, answer):
    assert list(trace(tracer, *shlex.split(asked))) == answer.splitlines()


def test_there_are_three_worked_examples():
    assert len(EXAMPLES.findall(EXAMPLE_TEXT)) == 3


def in_the_file(path: str) -> Path:
    return Path(MIRROR) / path


def csv_cell(path: str, row: int, column: int) -> str:
    opener = gzip.open if path.endswith(".gz") else open
    with opener(in_the_file(path), "rt", encoding="utf-8-sig", newline="") as file:
        return next(itertools.islice(csv.reader(file), row - 1, None))[column]


def xlsx_cell(path: str, sheet: str, address: str) -> str:
    """The stored value of a number's cell, read as zipped XML and by no library of ours."""
    with zipfile.ZipFile(in_the_file(path)) as book:
        workbook = book.read("xl/workbook.xml").decode()
        links = book.read("xl/_rels/workbook.xml.rels").decode()
        link = re.search(rf'name="{re.escape(sheet)}"[^>]*r:id="(\w+)"', workbook)[1]
        relation = re.search(rf'<Relationship [^>]*Id="{link}"[^>]*>', links)[0]
        page = book.read("xl/" + re.search(r'Target="([^"]+)"', relation)[1]).decode()
    return re.search(rf'<c r="{address}"[^>]*><v>([^<]*)</v>', page)[1]


def ods_row(path: str, sheet: str, row: int) -> list[str]:
    """The cells of a row, read as zipped XML: repeated rows and cells are written once."""
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
    with zipfile.ZipFile(in_the_file(path)) as book:
        root = ElementTree.fromstring(book.read("content.xml"))
    page = next(t for t in root.iter(f"{table}table") if t.get(f"{table}name") == sheet)
    seen = 0
    for one in page.iter(f"{table}table-row"):
        seen += int(one.get(f"{table}number-rows-repeated", "1"))
        if seen >= row:
            break
    cells = []
    for part in one:
        says = " ".join("".join(p.itertext()) for p in part.iter(f"{text}p"))
        cells += [says] * min(int(part.get(f"{table}number-columns-repeated", "1")), 50)
    return cells


@needs_mirror
def test_the_first_example_from_nothing_but_the_files():
    thousands = xlsx_cell(
        "finance/england_ro/RS_2017-18_data_by_LA.xlsx", "RS LA Data 2017-18", "L411"
    )
    residents = csv_cell("geo/population/ons_mye_1991_2024_by_area.csv", 8868, 3)
    price = csv_cell("geo/deflators/gdp_deflator_fy_tidy.csv", 64, 3)
    assert (thousands, residents, price) == ("47161", "793134", "77.2999")
    cash = Decimal(thousands) * 1000
    real = cash * 100 / Decimal(price)
    penny = Decimal("0.01")
    assert (cash / Decimal(residents)).quantize(penny) == Decimal("59.46")
    assert real.quantize(penny) == Decimal("61010428.22")
    assert (real / Decimal(residents)).quantize(penny) == Decimal("76.92")
    for shown in ("£61,010,428.22", "£59.46", "£76.92"):
        assert shown in EXAMPLE_TEXT


@needs_mirror
def test_the_second_example_from_nothing_but_the_file():
    path = "finance/scotland_lgbf/LGBF_ScotDataCash_ISSpatialHub.csv.gz"
    value, thousands, pupils = (Decimal(csv_cell(path, 3153, column)) for column in (4, 5, 6))
    assert (thousands * 1000 / pupils).quantize(Decimal("0.01")) == value == Decimal("6867.46")
    place = [csv_cell(path, 3153, column) for column in (1, 2, 3)]
    assert place == ["Glasgow City", "CHN01", "2022-23"]


@needs_mirror
def test_the_third_example_from_nothing_but_the_file():
    cells = ods_row("outcomes/planning/civ_planning-data.ods", "LT_P134", 160)
    assert "Leeds" in cells
    decisions, granted = (int(cells[column].replace(",", "")) for column in (6, 8))
    assert (decisions, granted) == (3554, 2964)
    share, z = granted / decisions, 1.959964
    centre = share + z**2 / (2 * decisions)
    reach = z * math.sqrt(share * (1 - share) / decisions + z**2 / (4 * decisions**2))
    lower, upper = ((centre + k * reach) / (1 + z**2 / decisions) for k in (-1, 1))
    assert f"{100 * lower:.4f} to {100 * upper:.4f}" in EXAMPLE_TEXT
