"""Council tax from sheets whose questions move and that hold two tables in one."""

import pytest

from tests.build.finance.nation_files import packed
from tests.build.finance.world import bench_of, filled, workbook

FOLDER = "finance/council_tax"
YEAR = "2022-23"
QUESTIONS = [
    ("1. Council Tax Requirement for billing authority", "2021-22"),
    ("", YEAR),
    ("2. Parish precepts", "2021-22"),
    ("", YEAR),
    ("7. Council tax base for council tax setting purposes", "2021-22"),
    ("", YEAR),
    ("8. Average (Band D 2 Adult equivalent) council tax (including local precepts)", "2021-22"),
    ("", YEAR),
    ("9. Average (Band D 2 Adult equivalent) council tax (excluding local precepts)", "2021-22"),
    ("", YEAR),
    ("10. Total Adult Social Care precept", ""),
    ("16. Average council tax of major precepting authorities in the area", "County or GLA"),
    ("", "Police"),
    ("", "Fire"),
    ("", "Combined Authority"),
    ("17. Average (Band D 2 adult equivalent) council tax for area of the billing authority", ""),
]
LEEDS = [1, 1000, 1, 10, 1, 2, 1, 505, 1, 500, 7, 0, 50, 20, 0, 575]
MERGED = [1, 400, 0, 0, 1, 2, 0, 0, 0, 0, 0, 100, 30, 10, 0, 340]
WHOLE = [0, 0, "-", "-", "-", "-", "-", "-"]
POLICE = [1, 300, "-", "-", 1, 6, 1, 50, "-", "-"]
GENERAL = [0, 0, "-", "-", 1, 6, 0, 0, "-", "-"]


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    folder = tmp_path_factory.mktemp("files")
    rows = [["Billing authorities"], [], []]
    rows += [["Ecode", "Authority", "Class", None, *[text or None for text, _ in QUESTIONS]]]
    rows += [[None, None, None, None, *[year or None for _, year in QUESTIONS]]]
    rows += [["Eng", "England", None, None, 2, 1700], []]
    rows += [["E4704", "Leeds", "MD", None, *LEEDS], ["E3831", "Adur", "SD", None, *MERGED]]
    rows += [[], ["Precepting authorities"], ["Ecode", "Authority", "Class", None, "1. Council"]]
    rows += [["E6353", "West Yorkshire Combined Authority", None, None, *WHOLE]]
    rows += [["c", "West Yorkshire Combined Authority - Police", "PCC", None, *POLICE]]
    rows += [["d", "West Yorkshire Combined Authority - General", "CA", None, *GENERAL]]
    rows += [["MD", "Metropolitan Districts", None, None, 1, 1000]]
    bands = [[], [], ["E Code", "ONS Code", "Authority", "Band A", "Band D"]]
    bands += [["E4704", "E08000035", "Leeds", 400, 600.004]]
    dwellings = [[], [], [], [], [None] * 5 + ["Table 1.01 Total Number of Dwellings"]]
    dwellings += [["E-code", "ONS Code", "Region", "Local Authority", None, "Band A", "Total"]]
    dwellings += [["E4704", "E08000035", "YH", "Leeds", None, 3, 9]]
    taxbase = f"{FOLDER}/Council_Taxbase_local_authority_level_data_2022 (4).ods"
    files = {
        f"{FOLDER}/ctr_2223.xlsx": workbook(folder / "ctr.xlsx", {"Data": rows}),
        f"{FOLDER}/ct_table8_2024_25.ods": workbook(folder / "bands.xlsx", {"Table_8": bands}),
        taxbase: workbook(folder / "taxbase.xlsx", {"Council_Taxbase_Data": dwellings}),
    }
    files |= newer_years(folder)
    cardiff = ("CRF", "Cardiff", "welsh", "Wales", "W06000015")
    parts = ("council_tax", "council_tax_compiled", "council_tax_received")
    tables = ["finance_line", *(f"finance.{part}" for part in parts)]
    return filled(bench_of(files, more=[cardiff]), *tables)


def newer_years(folder):
    """Compiled bills of Scotland and Wales, and what England's billing authorities received."""
    slugs = ["financial_year,council_slug,band,gbp", "2026-27,aberdeen-city,D,1700.5"]
    welsh = ["financial_year,gss,council,band_read,gbp_read,band_d_gbp"]
    welsh += ["2025-26,W06000015,Cardiff,I,21.00,9.00", "2025-26,W92000004,Wales,I,42,18"]
    of_year = "Receipts of council taxes in respect of {} to {}".format
    whole = "Total receipts of council taxes collected during the financial year - {} to {}".format
    head = ["E-code", "ONS Code", "Local authority", "Class", "Region"]
    table_4 = [[]] * 6 + [
        [
            *head,
            of_year(2022, 2023),
            "Receipts of previous years council taxes",
            of_year(2023, 2024),
            "Total receipts of council taxes collected during the financial year",
        ],
        ["EM", None, "East Midlands", None, None, 60, 3, 2, 65],
        ["E4704", None, "Leeds", "MD", "YH", 50, 2, 1, 53],
    ]
    table_5 = [[]] * 5 + [
        [*head, whole(2021, 2022), "April to June 2022", whole(2022, 2023)],
        ["Eng", None, "England", None, None, 49, 20, 53],
        ["E4704", None, "Leeds", "MD", "YH", 49, 20, 54],
        ["E3831", None, "Adur", "SD", "SE", "[z]", "[z]", "[z]"],
    ]
    return {
        f"{FOLDER}/scotland_ct_by_band_2025-26_2026-27_derived.csv.gz": packed(
            folder / "scotland.csv.gz", slugs
        ),
        f"{FOLDER}/wales_council_tax_2024-25_2025-26_transcribed_partial.csv.gz": packed(
            folder / "wales.csv.gz", welsh
        ),
        f"{FOLDER}/CT_Receipts_Live_Table_Q4_2022-23.xlsx": workbook(
            folder / "received.xlsx", {"Table_4": table_4, "Table_5": table_5}
        ),
    }


def figure(database, council, line, period=YEAR):
    found = database.execute(
        "SELECT value, status FROM finance WHERE council = ? AND line = ? AND period = ?",
        [council, line, period],
    ).fetchall()
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("council_tax_requirement", 1000),
        ("parish_precepts", 10),
        ("tax_base", 2),
        ("band_d", 500),
        ("band_d_with_parishes", 505),
        ("band_d_parishes", 5),
        ("adult_social_care_precept", 7),
        ("band_d_police", 50),
        ("band_d_fire", 20),
        ("band_d_area", 575),
    ],
)
def test_each_question_of_the_year_is_found_by_its_words(database, line, value):
    assert figure(database, "LDS", line) == (value, "published")


def test_the_year_before_is_not_taken(database):
    assert figure(database, "LDS", "council_tax_requirement", "2021-22") is None


def test_a_band_d_of_zero_after_a_merger_is_missing(database):
    assert figure(database, "ADU", "band_d") == (None, "not_collected")
    assert figure(database, "ADU", "band_d_area") == (340, "published")


def test_an_authority_in_parts_counts_once(database):
    assert figure(database, "E6353", "council_tax_requirement") == (300, "published")
    assert figure(database, "E6353", "band_d_police") == (50, "published")


def test_requirements_add_to_england(database):
    total = database.execute(
        "SELECT sum(value) FROM finance WHERE line = 'council_tax_requirement'"
    )
    assert total.fetchall() == [(1700,)]


def test_bills_by_band_and_homes(database):
    assert figure(database, "LDS", "area_band_d", "2024-25") == (600, "published")
    assert figure(database, "LDS", "dwellings_total") == (9, "published")


def test_bills_that_only_a_compiler_gives_are_derived(database):
    assert figure(database, "ABE", "area_band_d", "2026-27") == (1700.5, "derived")
    assert figure(database, "CRF", "area_band_d", "2025-26") == (9, "derived")


def test_receipts_are_outturn_and_a_year_without_the_council_is_none(database):
    assert figure(database, "LDS", "tax_received") == (53_000, "published")
    assert figure(database, "LDS", "tax_received", "2021-22") == (49_000, "published")
    parts = ["tax_received_own_year", "tax_received_arrears", "tax_received_in_advance"]
    assert [figure(database, "LDS", one)[0] for one in parts] == [50_000, 2_000, 1_000]
    assert figure(database, "ADU", "tax_received") is None
    bases = database.execute(
        "SELECT DISTINCT basis FROM finance WHERE line LIKE 'tax_received%'"
    ).fetchall()
    assert bases == [("outturn",)]
