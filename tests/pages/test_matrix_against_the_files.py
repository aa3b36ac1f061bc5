"""Spending and a result of each nation in the matrix, and the sentence on Glasgow, Cardiff and
Belfast, beside the published files, read in plain Python.

Needs the files: set PUBLIC_POUND_MIRROR to a folder that holds them.
"""

import re
from functools import cache
from html import unescape
from statistics import median
from typing import NamedTuple

import fastexcel
import pytest

from tests.pages.opening import opened, words
from tests.pages.published_files import MARKS, MIRROR, english_returns, residents, rows_of

pytestmark = MARKS
DEFLATOR = "geo/deflators/gdp_deflator_fy_tidy.csv"
RECYCLING = "outcomes/waste/trafforddatalab_recycling_uk.csv"
WASTE = "outcomes/waste/civ_waste-data.ods"
LGBF = "finance/scotland_lgbf/LGBF_ScotDataCash_ISSpatialHub.csv.gz"
SUM = "Sum of the lines above"
SAID = re.compile(
    r"In ([\d-]+) \w+ spent £([\d,]+) per resident.*?median of (\d+) [^(]*\(£([\d,]+)\)"
)


class Nation(NamedTuple):
    """`each` is the pounds of one unit of the file, `column` where they stand."""

    file: str
    column: str
    each: int
    period: str


SCOTLAND = Nation(
    "finance/scotland/scotland_slgfs_net_revenue_by_service_2018-19_2024-25_derived.csv.gz",
    "gbp_thousand", 1_000, "2024-25",
)  # fmt: skip
WALES = Nation(
    "finance/wales/wales_revenue_outturn_by_service_2001-02_2024-25_derived.csv.gz",
    "gbp_thousand", 1_000, "2024-25",
)  # fmt: skip
NORTHERN_IRELAND = Nation(
    "finance/northern_ireland/"
    "ni_district_councils_expenditure_by_service_2019-20_2023-24_transcribed.csv.gz",
    "gbp_million", 1_000_000, "2023-24",
)  # fmt: skip
COUNCILS = {
    "glasgow": ("S12000049", SCOTLAND),
    "cardiff": ("W06000015", WALES),
    "belfast": ("N09000003", NORTHERN_IRELAND),
}
# Slug, service as the matrix calls it, the same in the file.
SPENT = [
    ("glasgow", "Roads and transport", "Roads and Transport"),
    ("glasgow", "Schools and education", "Education"),
    ("cardiff", "Roads and transport", "Roads and transport"),
    ("cardiff", "Schools and education", "Education"),
    ("belfast", "Cemeteries", "Cemetery, cremation and mortuary"),
    ("belfast", "Leisure and sport", "Recreation and sport"),
]
# Services of which England's matrix is checked: as it calls them, and the return's own words.
IN_ENGLAND = {
    "Roads and transport": "Highways and transport services",
    "Adult social care": "Adult Social Care",
}
ENGLAND = {"leeds": "E08000035", "hackney": "E09000012", "cornwall": "E06000052"}


@cache
def spent(nation: Nation) -> dict[str, dict[str, float]]:
    """GSS code -> line of the file -> pounds of its newest year."""
    found: dict[str, dict[str, float]] = {}
    for row in rows_of(nation.file):
        if row["financial_year"] == nation.period and row[nation.column]:
            amount = float(row[nation.column]) * nation.each
            found.setdefault(row["gss"], {})[row["service"]] = amount
    return found


@cache
def index() -> dict[str, float]:
    """Financial year -> the GDP deflator."""
    column = "obr_nov2025_2024_25_100"
    return {row["fy"]: float(row[column]) for row in rows_of(DEFLATOR) if row[column]}


def per_head(gss: str, gbp: float, period: str) -> float:
    """At prices of 2024-25, by the residents at the middle of the year's first summer."""
    real = gbp * index()["2024-25"] / index()[period]
    return real / residents()[gss, period[:4]]


def total_of(gss: str, nation: Nation) -> float:
    lines = spent(nation)[gss]
    return sum(amount for name, amount in lines.items() if name != SUM)


@cache
def matrix(slug: str) -> dict[str, str]:
    """Service -> its row in words, marks left out."""
    page = opened("council", council=slug, tabs="none")
    html = next(str(one.value) for one in page.get("html") if 'class="matrix"' in str(one.value))
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', html, re.DOTALL)
    plain = [tuple(unescape(re.sub(r"<[^>]+>", " ", part)) for part in row) for row in rows]
    return {name.strip(): " ".join(said.split()) for name, said in plain}


def pounds(value: float) -> str:
    return f"£{value:,.0f}"


@pytest.mark.parametrize("slug", COUNCILS)
def test_the_sentence_is_what_the_files_say(slug):
    gss, nation = COUNCILS[slug]
    said = SAID.search(words(opened("council", council=slug, tabs="none")).replace("*", ""))
    assert said, slug
    period, own, peers, middle = said.groups()
    assert period == nation.period
    assert f"£{own}" == pounds(per_head(gss, total_of(gss, nation), period))
    # In these nations every other council is a peer; a nought is taken for a gap.
    others = [
        per_head(other, total_of(other, nation), period)
        for other, lines in spent(nation).items()
        if other != gss and all(lines.values())
    ]
    assert (int(peers), f"£{middle}") == (len(others), pounds(median(others)))


@pytest.mark.parametrize(("slug", "service", "line"), SPENT)
def test_spending_in_the_matrix_is_what_the_files_say(slug, service, line):
    gss, nation = COUNCILS[slug]
    expected = per_head(gss, spent(nation)[gss][line], nation.period)
    assert matrix(slug)[service].startswith(f"{pounds(expected)} ")


@pytest.mark.parametrize("slug", ENGLAND)
@pytest.mark.parametrize("service", IN_ENGLAND)
def test_spending_in_englands_matrix_is_what_the_return_says(slug, service):
    gss = ENGLAND[slug]
    expected = per_head(gss, english_returns()[gss][IN_ENGLAND[service]], "2024-25")
    assert matrix(slug)[service].startswith(f"{pounds(expected)} ")


@pytest.mark.parametrize(
    ("slug", "service"),
    [("cardiff", "Waste, streets and environment"), ("belfast", "Bins and waste")],
)
def test_recycling_in_wales_and_northern_ireland_is_what_the_file_says(slug, service):
    gss, _ = COUNCILS[slug]
    own = [row for row in rows_of(RECYCLING) if row["area_code"] == gss]
    newest = max(own, key=lambda row: row["period"])
    assert f"recycled: {float(newest['value']):.1f}%" in matrix(slug)[service]
    assert newest["period"].replace("/", "-") in matrix(slug)[service]


def test_clean_streets_of_glasgow_are_what_the_framework_says():
    own = [
        row for row in rows_of(LGBF)
        if row["LocalAuthority"] == "Glasgow City" and row["IndicatorCode"] == "ENV03c"
    ]  # fmt: skip
    newest = max(own, key=lambda row: row["Year"])
    said = matrix("glasgow")["Waste, streets and environment"]
    assert f"Clean streets: {float(newest['IndicatorCash_LA']) * 100:.1f}%" in said
    assert newest["Year"] in said


@pytest.mark.parametrize("slug", ["leeds", "cornwall"])
def test_recycling_in_england_is_what_the_return_of_waste_says(slug):
    book = fastexcel.read_excel(MIRROR / WASTE)
    found: dict[str, float] = {}
    for name in book.sheet_names:
        rows = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string").to_polars()
        for row in rows.rows():
            if ENGLAND[slug] in row and str(row[0])[:4].isdigit():
                shares = [cell for cell in row if cell and re.fullmatch(r"0\.\d+", cell)]
                if shares:
                    found[str(row[0])] = float(shares[0]) * 100
    newest = max(found)
    said = matrix(slug)["Waste, streets and environment"]
    assert f"Household waste recycled: {found[newest]:.1f}%" in said and newest in said
