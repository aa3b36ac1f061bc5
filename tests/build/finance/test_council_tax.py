"""Council tax from sheets whose questions move and that hold two tables in one."""

import pytest

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
    return filled(bench_of(files), "finance_line", "finance.council_tax")


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
