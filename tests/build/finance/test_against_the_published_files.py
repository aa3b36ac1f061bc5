"""The committed edition beside the published files themselves, read in plain Python.

Needs the files: set PUBLIC_POUND_MIRROR to a folder that holds them.
"""

import csv
import json
import math
import os
from pathlib import Path

import fastexcel
import polars as pl
import pytest

from data.build import paths

MIRROR = Path(os.environ.get("PUBLIC_POUND_MIRROR", ""))
SERVICE = {
    "edu": "education",
    "trans": "highways",
    "csc": "children",
    "asc": "adult_social_care",
    "phs": "public_health",
    "hous": "housing",
    "cul": "culture",
    "env": "environment",
    "plan": "planning",
    "pol": "police",
    "frs": "fire",
    "cen": "central",
    "oth": "other",
    "totsx": "total",
    "socialcare_combined": "social_care_combined",
}
pytestmark = [
    pytest.mark.skipif(
        not os.environ.get("PUBLIC_POUND_MIRROR"),
        reason="PUBLIC_POUND_MIRROR names no folder with the published files",
    ),
    pytest.mark.skipif(
        not (paths.EDITION / "spending.parquet").exists(), reason="there is no edition yet"
    ),
]


@pytest.fixture(scope="module")
def spending():
    frame = pl.read_parquet(paths.EDITION / "spending.parquet")
    ecode = pl.read_parquet(paths.EDITION / "council.parquet").select("council", "ecode")
    # England: the other nations have no E-codes, and files of their own.
    return frame.join(ecode, on="council").filter(pl.col("ecode").is_not_null())


@pytest.fixture(scope="module")
def finance():
    return pl.read_parquet(paths.EDITION / "finance.parquet")


@pytest.mark.parametrize(
    ("name", "period", "expected"),
    [
        ("RSX_2021-22_data_by_LA_Live.csv", "2021-22", 106_983_782),
        ("RSX_2022-23_data_by_LA.csv", "2022-23", 111_344_083),
        ("RSX_2023-24_data_by_LA.csv", "2023-24", 120_761_076),
    ],
)
def test_every_cell_of_the_detailed_return(spending, name, period, expected):
    """Each figure, each component, against the cell that its source row and column name."""
    with (MIRROR / "finance/england_ro" / name).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    ours = spending.filter(pl.col("period") == period)
    for row in ours.iter_rows(named=True):
        text = rows[row["source_row"] - 1][column_number(row["source_column"])].replace(",", "")
        published = float(text) * 1000 if text.lstrip("-").replace(".", "").isdigit() else None
        # The nought of a duty that has passed to another body is no figure.
        passed_on = row["status"] == "not_responsible" and published == 0
        assert row["value_gbp"] == (None if passed_on else published), row
    total = ours.filter(
        (pl.col("service") == "total") & (pl.col("component") == "net_current_expenditure")
    )
    assert total["value_gbp"].sum() == expected * 1000


def test_cells_of_a_workbook(spending):
    """Two hundred figures of 2017-18, spread over the sheet."""
    book = fastexcel.read_excel(MIRROR / "finance/england_ro/RS_2017-18_data_by_LA.xlsx")
    cells = book.load_sheet("RS LA Data 2017-18", header_row=None, dtypes="string").to_polars()
    rows = spending.filter((pl.col("period") == "2017-18") & pl.col("value_gbp").is_not_null())
    for row in rows.sample(200, seed=1).iter_rows(named=True):
        column = column_number(row["source_column"].split("!")[1])
        assert cells.row(row["source_row"] - 1)[0] in {row["ecode"], "E6354", "E6355"}
        assert row["value_gbp"] == pytest.approx(
            1000 * float(cells.row(row["source_row"] - 1)[column]), abs=0.01
        )


def test_an_independent_reading_of_all_years(spending):
    """The panel was made by other hands from the same files."""
    panel = pl.read_parquet(MIRROR / "finance/checks/england_nce_panel_2010-11_2024-25.parquet")
    # Its 2024-25 is a compiler's, of another vintage than the file that gives the year here.
    theirs = panel.filter(
        pl.col("measure") == "net_cur_exp",
        pl.col("value_gbp_thousand").is_not_null(),
        pl.col("quality") != "derived",
    ).select(
        pl.col("financial_year").alias("period"),
        "ecode",
        pl.col("service").replace_strict(SERVICE, default=None).alias("service"),
        pl.col("value_gbp_thousand") * 1000,
    )
    both = spending.filter(pl.col("component") == "net_current_expenditure").join(
        theirs.drop_nulls("service"), on=["period", "ecode", "service"]
    )
    both = both.filter(~pl.col("ecode").is_in(["E6354", "E6355"]))
    wrong = both.filter((pl.col("value_gbp") - pl.col("value_gbp_thousand")).abs() > 1)
    assert len(both) > 64_000
    assert wrong.is_empty(), wrong.head()


def test_every_cell_of_the_newest_return(spending):
    """2024-25, a workbook: the authorities stand above the row Eng, the GLA again below it."""
    path = MIRROR / "finance/england_ro/RSX_LA_Data_2024-25_data_by_LA.ods"
    book = fastexcel.read_excel(path)
    cells = book.load_sheet("RSX_LA_Data_202425", header_row=None, dtypes="string").to_polars()
    rows = cells.rows()
    england = next(i for i, row in enumerate(rows) if row[0] == "Eng")
    ours = spending.filter(pl.col("period") == "2024-25", pl.col("ecode").is_not_null())
    for row in ours.iter_rows(named=True):
        assert row["source_row"] - 1 < england
        text = rows[row["source_row"] - 1][column_number(row["source_column"])]
        published = None if text == "[x]" else round(float(text) * 1000, 2)
        assert row["value_gbp"] == published or row["status"] == "not_responsible", row
    total = ours.filter(
        (pl.col("service") == "total") & (pl.col("component") == "net_current_expenditure")
    )
    assert total.height == 410
    assert total["value_gbp"].sum() == pytest.approx(130_984_520_000, abs=1000)
    absent = total.filter(pl.col("value_gbp").is_null())["council"].sort().to_list()
    assert absent == ["AMB", "ASH", "BIR", "CBD", "GRT", "NWA", "NWL", "SLG", "WAW"]
    leeds = ours.filter(
        council="LDS", service="adult_social_care", component="net_current_expenditure"
    )
    assert leeds.select("value_gbp", "status").rows() == [(322_733_000, "published")]


@pytest.mark.parametrize(
    ("line", "period", "thousands"),
    [
        ("reserves_earmarked", "2017-18", 17_449_293),
        ("reserves_earmarked", "2010-11", 10_503_252),
        ("reserves_unallocated", "2013-14", 4_299_010),
        ("reserves_schools", "2016-17", 1_838_275),
        ("reserves_public_health", "2014-15", 320_320),
        ("capital_financing_requirement", "2020-21", 156_313_194),
    ],
)
def test_sums_of_the_notes(finance, line, period, thousands):
    rows = finance.filter((pl.col("line") == line) & (pl.col("period") == period))
    assert rows["value"].sum() == pytest.approx(thousands * 1000, abs=1000)


def test_a_receipt_adds_up_for_every_billing_council(finance):
    parts = ["with_parishes", "county", "police", "fire", "combined_authority"]
    rows = finance.filter(pl.col("period") == "2024-25")
    wide = rows.pivot("line", index="council", values="value", aggregate_function="first")
    bills = wide.filter(pl.col("band_d_area").is_not_null() & pl.col("band_d_police").is_not_null())
    total = bills.select(pl.sum_horizontal(f"band_d_{part}" for part in parts)).to_series()
    assert len(bills) == 296
    assert (total - bills["band_d_area"]).abs().max() < 0.005


def column_number(letters: str) -> int:
    """A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def test_a_median_with_the_lines_that_the_compiler_left_out(spending):
    """London's roads in 2020-21: 26 boroughs have a line, six left out were nought or negative."""
    council = pl.read_parquet(paths.EDITION / "council.parquet")
    people = pl.read_parquet(paths.EDITION / "population.parquet").filter(year=2020)
    deflator = pl.read_parquet(paths.EDITION / "deflator.parquet").filter(period="2020-21")
    boroughs = council.filter(pl.col("class") == "london_borough", ~pl.col("sparse"))["council"]
    lines = spending.filter(
        pl.col("council").is_in(boroughs.implode()),
        pl.col("period") == "2020-21",
        pl.col("service") == "highways",
    ).join(people.select("council", "residents"), on="council")
    real = lines["value_gbp"] / lines["residents"] * 100 / deflator["index"][0]
    missing = lines["censored"].sum()
    assert (real.count(), missing) == (26, 6)
    assert round(real.median()) == 53
    everybody = [-math.inf] * missing + sorted(real.drop_nulls())
    assert round((everybody[15] + everybody[16]) / 2) == 41


def test_a_line_that_the_compiler_of_2024_25_left_out_is_a_nought_in_the_official_file(spending):
    """Why a missing line of such a table counts as nought, should it ever stand in again."""
    path = MIRROR / "finance/england_ro_derived/uk_council_finance_2024_25.json"
    kept = {
        one["lgf_code"]: set(one["services_net_gbp"])
        for one in json.loads(path.read_text("utf-8"))["councils"]
        if one["status"] == "submitted"
    }
    ours = spending.filter(
        pl.col("ecode").is_in(list(kept)),
        pl.col("value_gbp").is_not_null(),
        period="2024-25",
        service="planning",
        component="net_current_expenditure",
    )
    left_out = [
        row["value_gbp"]
        for row in ours.iter_rows(named=True)
        if not any(name.startswith("Planning") for name in kept[row["ecode"]])
    ]
    assert len(left_out) > 50
    assert set(left_out) == {0}


def test_odd_amounts_carry_a_note(spending):
    odd = {("FOR", "2017-18", "environment"), ("DST", "2021-22", "housing")}
    noted = spending.filter(pl.col("note").is_not_null(), pl.col("value_gbp").is_not_null())
    keys = {row[:3] for row in noted.select("council", "period", "service").iter_rows()}
    assert odd <= keys
