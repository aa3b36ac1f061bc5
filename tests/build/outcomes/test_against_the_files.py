"""The real figures, checked against the published files with plain Python. Needs a mirror."""

import csv
import gzip
import re

import fastexcel
import polars as pl
import pytest

from tests.build.outcomes.mirror_world import council_of, values


def sheet(mirror, path, name):
    book = fastexcel.read_excel(mirror / path)
    frame = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string").to_polars()
    return frame.rows()


def test_children_and_schools_are_the_cells_of_the_file(real, mirror):
    with (mirror / "outcomes/lait/la_number_to_gss.csv").open(encoding="utf-8-sig") as file:
        numbers = [list(row.values()) for row in csv.DictReader(file)]
    council = council_of(real)
    here = {}
    for row in numbers:
        gss = next((cell for cell in row if re.fullmatch(r"E\d{8}", cell)), None)
        number = next(cell for cell in row if re.fullmatch(r"\d{3}", cell))
        if gss:
            here[int(number)] = council[gss]
    assert len(here) == 153
    cells = pl.read_parquet(mirror / "outcomes/lait/bds_long_0.parquet")
    for key, measure, period, rounded in [
        ("ReReferral", "re_referrals", "2024-25", 0.051),
        ("KS2RWM_Expected_STD", "ks2_reading_writing_maths", "2024/25", 0),
        ("SEN_EHC_All_20wks", "ehc_plans_in_20_weeks", "2024", 0),
        ("Work_Force_Agecy_Rate", "agency_social_workers", "Year to September 2025", 0.08),
        ("LACStable_2016on", "placement_moves", "2024-25", 0.5),
    ]:
        year = "2024" if period == "2024" else "2025"
        theirs = {
            here[int(row["LA Number"])]: None if row["Values"] == "-" else float(row["Values"])
            for row in cells.iter_rows(named=True)
            if row["Short Desc"] == key and row["Years"] == year and int(row["LA Number"]) in here
        }
        ours = {c: row["value"] for (c, p), row in values(real, measure).items() if p == period}
        assert ours.keys() == theirs.keys(), measure
        for place, value in theirs.items():
            # Made from counts where the department gives them, which the tool rounds.
            expected = value if value is None else pytest.approx(value, abs=rounded)
            assert ours[place] == expected, (measure, place)


@pytest.mark.parametrize(
    ("name", "measure", "authorities"),
    [
        ("RDC0120_A_Roads_and_Motorways", "roads_a_poor", 47),
        ("RDC0120_B_and_C_Roads", "roads_b_c_poor", 59),
    ],
)
def test_roads_measured_otherwise_are_those_that_the_notes_name(
    real, mirror, name, measure, authorities
):
    rows = sheet(mirror, "outcomes/roads/civ_road-condition-data.ods", name)
    council = council_of(real)
    flagged = {}
    named = 0
    for line, row in enumerate(rows, start=1):
        notes = (row[21] or "").split("[r]")[0].split("[8]")[0]
        cells = re.findall(r"\b([D-U])(\d+)\b", notes) if "[7]" in notes else []
        named += bool(re.search(r"\[note 7\b", row[2] or "")) and bool(row[0])
        for letter, number in cells:
            assert int(number) == line
            year = 2007 + ord(letter) - ord("D")
            flagged[council[row[0]], f"{year}-{(year + 1) % 100:02d}"] = row[ord(letter) - 65]
    ours = {
        key: str(int(row["value"]))
        for key, row in values(real, measure).items()
        if row["status"] == "not_comparable" and row["value"] is not None
    }
    assert ours == {key: cell for key, cell in flagged.items() if cell.isdigit()}
    assert named == authorities


def test_recycling_is_a_fraction_times_hundred_of_every_row(real, mirror):
    rows = sheet(mirror, "outcomes/waste/civ_waste-data.ods", "Table_3")[4:]
    council = council_of(real)
    ours = values(real, "recycling_rate")
    compared = 0
    for year, _, gss, _, _, _, _, share, _, _ in rows:
        if gss in council and share not in (None, ":") and gss != "E10000002":
            compared += 1
            assert ours[council[gss], year]["value"] == pytest.approx(100 * float(share))
    assert compared > 4500
    assert ours["BST", "2023-24"]["status"] == "not_submitted"


WORKBOOKS = {
    "2024 Q1": "Detailed_LA_202403.xlsx",
    "2025 Q1": "Detailed_LA_202503.xlsx",
    "2025 Q4": "Statutory_Homelessness_Detailed_Local_Authority_Data_202512.xlsx",
}


@pytest.mark.parametrize("quarter", WORKBOOKS)
def test_the_tabulated_homelessness_file_is_what_the_workbooks_say(real, mirror, quarter):
    rows = sheet(mirror, f"outcomes/homelessness/raw/{WORKBOOKS[quarter]}", "TA1")
    council = council_of(real)
    theirs = {
        council[row[0]]: None if row[4] in ("..", "-") else float(row[4])
        for row in rows
        if row[0] in council and row[4]
    }
    found = real.execute(
        "SELECT council, value FROM raw.homelessness WHERE item = 'ta_households' AND period = $p",
        {"p": quarter},
    ).fetchall()
    assert len(theirs) == 296
    assert dict(found) == theirs


def test_the_publishers_wrong_rate_is_not_used(real, mirror):
    path = mirror / "outcomes/homelessness/hclic_la_quarterly_tidy_2018Q2_2025Q4.csv.gz"
    england = {}
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["area_code"] == "E92000001" and row["period"] == "2020 Q2":
                england[row["measure"]] = float(row["value"] or "nan")
    assert england["homeless_per_1000"] == pytest.approx(0.619, abs=0.001)
    right = england["relief_duty_owed"] / england["households_000"]
    assert right == pytest.approx(1.616, abs=0.001)
    # A council's year that holds that quarter: counts over households, not the mean of rates.
    row = values(real, "homeless_per_1000")["LDS", "2020-21"]
    assert row["value"] == pytest.approx(1000 * row["numerator"] / row["denominator"])


def test_counts_are_those_of_the_departments_file(real, mirror):
    """Referrals of every council and year, read in plain Python."""
    name = "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv.gz"
    with gzip.open(mirror / "outcomes/dfe_csc" / name, "rt", encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if row["geographic_level"] == "Local authority"]
    ours = values(real, "re_referrals")
    council = council_of(real)
    seen = 0
    for row in rows:
        year = int(row["time_period"])
        key = council[row["new_la_code"]], f"{year - 1}-{year % 100:02}"
        both = row["rereferral_count"] + row["referral_count"]
        if both.isdigit() and key in ours:
            seen += 1
            found = ours[key]
            assert (found["numerator"], found["denominator"]) == (
                float(row["rereferral_count"]),
                float(row["referral_count"]),
            ), key
            if row["rereferral_percent"] != "c":
                assert found["value"] == pytest.approx(float(row["rereferral_percent"]), abs=0.051)
    assert seen > 1900


def test_a_shared_recycling_rate_is_counted_once(real):
    """164 districts of today have a rate in 2023-24; four of them share two."""
    rows = real.execute(
        "SELECT v.council, v.joint_lead FROM value v JOIN council c USING (council) "
        "WHERE v.measure = 'recycling_rate' AND v.period = '2023-24' AND c.class = 'district' "
        "AND v.value IS NOT NULL AND c.ends IS NULL"
    ).fetchall()
    assert len(rows) == 164
    assert len({lead or council for council, lead in rows}) == 162


def test_no_county_is_silent_on_its_libraries(real):
    rows = real.execute(
        "SELECT v.status, v.note FROM council c LEFT JOIN value v "
        "ON v.council = c.council AND v.measure = 'visited_library' "
        "WHERE c.class = 'county' AND c.ends IS NULL"
    ).fetchall()
    assert len(rows) == 21
    assert all(status == "not_collected" and "county" in note for status, note in rows)


def test_absence_of_children_in_care_is_made_of_counts_that_agree_with_the_percentages(
    real, mirror
):
    with gzip.open(mirror / "outcomes/dfe_csc/absence_la.csv.gz", "rt", encoding="utf-8-sig") as f:
        counts = [
            row
            for row in csv.DictReader(f)
            if row["geographic_level"] == "Local authority"
            and row["social_care_group"].startswith("CLA 12 months")
            and row["phase_type_grouping"] == "Total"
            and row["time_period"] == "202425"
            and row["t_pupils_pa_10_exact"].isdigit()
        ]
    council = council_of(real)
    ours = values(real, "children_in_care_absence")
    assert len(counts) > 100
    for row in counts:
        found = ours[council[row["new_la_code"]], "2024-25"]
        assert found["numerator"] == int(row["t_pupils_pa_10_exact"])
        assert found["denominator"] == int(row["t_pupils"])
        assert found["value"] == pytest.approx(float(row["pt_pupils_pa_10_exact"]), abs=0.0501)
        assert found["lower"] < found["value"] < found["upper"]
