"""From a figure back to its cell: every way in which the contract names one."""

import csv
import gzip
import itertools
import math
import os
import re
import shlex
import shutil
import zipfile
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import duckdb
import pytest

from data.build import paths
from data.build.records import Reading, load_families, load_sources
from data.build.tracing import TraceError, Tracer, trace
from data.build.tracing.pointing import Where, cell, number
from tests.own_code import ROOT

MIRROR = os.environ.get("PUBLIC_POUND_MIRROR")
needs_mirror = pytest.mark.skipif(
    not MIRROR, reason="needs the published files: set PUBLIC_POUND_MIRROR to a mirror of them"
)
needs_edition = pytest.mark.skipif(
    not paths.DATABASE.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """A copy: the pages' tests have the edition itself open, locked down."""
    copy = shutil.copy(paths.DATABASE, tmp_path_factory.mktemp("data"))
    with duckdb.connect(copy, read_only=True) as database:
        yield database


@pytest.fixture(scope="module")
def tracer(database):
    mirror = Path(MIRROR) if MIRROR else None
    return Tracer(database, load_sources(paths.SOURCES), load_families(paths.MEASURES), mirror)


@pytest.mark.parametrize(
    ("written", "sheet", "columns"),
    [
        ("L", "", {"L": 1}),
        ("Data!AB", "Data", {"AB": 1}),
        ("RS LA Data 2010-11 (1)!O", "RS LA Data 2010-11 (1)", {"O": 1}),
        ("Data!V-X", "Data", {"V": 1, "X": -1}),
        ("C+D+AA", "", {"C": 1, "D": 1, "AA": 1}),
        ("value_gbp", "", {"value_gbp": 1}),
        ("sum of the lines", "", {}),
    ],
)
def test_a_place_is_read_as_the_contract_writes_it(written, sheet, columns):
    where = Where.read(5, written)
    assert (where.sheet, where.columns) == (sheet, columns)


def test_a_cell_is_found_as_a_spreadsheet_counts(tmp_path):
    (tmp_path / "x.csv").write_text('title\nname,"a\nb"\nLeeds," 1,234 "\n', "utf-8")
    reading = Reading(name="x", header_rows=[1])
    found = cell(tmp_path / "x.csv", reading, 3, "B")
    assert (found.row, found.column, found.says) == (3, "B", "1,234")
    assert cell(tmp_path / "x.csv", reading, 3, "name").says == "Leeds"
    assert cell(tmp_path / "x.csv", reading, 4, "A") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1,234", 1234), ("£5.50", 5.5), ("12%", 12), ("-3", -3), ("..", None), ("", None)],
)
def test_a_number_is_read_as_the_build_reads_it(text, expected):
    assert number(text) == expected


@needs_edition
@pytest.mark.parametrize(
    ("council", "what", "period", "says"),
    [
        ("Nowhere", "culture", "2017-18", "No council is called"),
        ("LDS", "cultur", "2017-18", "Near it: culture"),
        ("LDS", "culture", "1999-00", "Periods: 2010-11"),
    ],
)
def test_what_is_not_there_is_a_sentence(tracer, council, what, period, says):
    with pytest.raises(TraceError, match=says):
        list(trace(tracer, council, what, period))


@needs_edition
def test_without_a_mirror_the_cell_is_named_but_not_opened(tracer, database):
    closed = Tracer(database, tracer.sources, tracer.families)
    lines = list(trace(closed, "leeds", "culture", "2017-18"))
    assert any("row 411, column RS LA Data 2017-18!L (give" in line for line in lines)
    assert not any(": says " in line for line in lines)


@needs_edition
@needs_mirror
@pytest.mark.parametrize(("table", "amount"), [("spending", "value_gbp"), ("finance", "value")])
def test_any_amount_stands_in_the_cell_that_its_row_names(tracer, table, amount):
    """A seeded sample over every file: one row in each column of it that is named."""
    rows = tracer.rows(
        f"SELECT source, source_file, source_column, arg_min(source_row, k) AS source_row, "
        f"arg_min({amount}, k) AS amount "
        f"FROM (SELECT *, hash(council, period, source_column) AS k FROM {table} "
        f"WHERE {amount} <> 0) GROUP BY ALL ORDER BY ALL"
    )
    checked, wrong = 0, []
    for row in rows:
        where = Where.read(row["source_row"], row["source_column"])
        local = tracer.local(row["source"], row["source_file"])
        for reading in tracer.readings(row["source"], row["source_file"])[:1]:
            read = where.within(reading)
            if not where.columns:
                continue
            found = {c: cell(local, read, where.row, c) for c in where.columns}
            says = {c: number(one.says) or 0 for c, one in found.items() if one}
            figure = sum(where.columns[c] * says[c] for c in says)
            checked += 1
            if not any(abs(abs(figure) * k - abs(row["amount"])) < 0.01 for k in (1, 1000, 1e6)):
                wrong.append(row | {"says": figure})
    assert checked > 100
    assert wrong == []


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
