from datetime import date

import polars as pl
import pytest

from data.build import paths
from data.build.payments import bodies
from data.build.payments.reading import read

COUNCILS = (
    ("LDS", "Leeds", "Leeds City Council", ["City of Leeds"], "metropolitan_district", "E08000035"),
    ("MAN", "Manchester", "Manchester", [], "metropolitan_district", "E08000003"),
    ("HYN", "Hyndburn", "Hyndburn Borough Council", [], "district", None),
    ("NTY", "North Tyneside", "North Tyneside Council", [], "metropolitan_district", None),
    ("DEV", "Devon", "Devon County Council", [], "county", None),
    ("EDE", "East Devon", "East Devon District Council", [], "district", None),
    ("LAN", "Lancashire", "Lancashire County Council", [], "county", None),
    ("RDG", "Reading", "Reading Borough Council", [], "unitary", None),
    ("NET", "Newcastle upon Tyne", "Newcastle City Council", ["Newcastle"], "unitary", None),
    ("NEC", "Newcastle-under-Lyme", "Newcastle-under-Lyme", ["Newcastle"], "district", None),
    ("E6101", "Leeds Fire", "Leeds Fire and Rescue Authority", [], "other", None),
    (
        "E7023",
        "Lancashire Police and Crime Commissioner and Chief Constable",
        "",
        [],
        "other",
        None,
    ),
)
LIVES = {
    "starts": [None] * len(COUNCILS) + [None, date(2020, 4, 1)],
    "ends": [None] * len(COUNCILS) + [date(2020, 3, 31), None],
}
OLD_AND_NEW = (
    ("BKM", "Buckinghamshire", "Buckinghamshire County Council", [], "county", None),
    ("BUC", "Buckinghamshire", "Buckinghamshire Council", [], "unitary", None),
)


@pytest.fixture(autouse=True)
def register(tmp_path, monkeypatch):
    columns = ("council", "name", "official_name", "other_names", "class", "gss")
    rows = zip(*COUNCILS, *OLD_AND_NEW, strict=True)
    frame = pl.DataFrame(dict(zip(columns, map(list, rows), strict=True)) | LIVES)
    frame.write_parquet(tmp_path / "council.parquet")
    monkeypatch.setattr(paths, "EDITION", tmp_path)
    for known in (bodies._register, bodies._register_by_code, bodies._register_by_name):
        known.cache_clear()
    yield
    for known in (bodies._register, bodies._register_by_code, bodies._register_by_name):
        known.cache_clear()


def body(*names: str, file: str = "x.csv", council: str = ""):
    rows = "".join(f'"{name}",A Ltd,01/02/2024,1\n' for name in names)
    return read(file, ("Body Name,Supplier,Date,Amount\n" + rows).encode(), council)


def named(file: str, title: str = "", year: int = 2024):
    text = f"{title}\nSupplier,Date,Amount\nA Ltd,01/02/{year},1\n"
    return read(file, text.encode())


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Leeds City Council", "LDS"),
        ("LEEDS CITY COUNCIL", "LDS"),
        ("City of Leeds", "LDS"),
        ("E08000035", "LDS"),
        ("http://statistics.data.gov.uk/id/local-authority/E08000035", "LDS"),
        ("Leeds Fire", "E6101"),
        ("Leeds Fire & Rescue Authority", "E6101"),
        ("Lancashire Police", "E7023"),
        ("Manchester City Council", "MAN"),
        ("Hyndburn Borough Council", "HYN"),
        ("Newcastle", ""),
        ("Somewhere Else Council", ""),
        ("", ""),
    ],
)
def test_a_council_is_told_by_the_body_its_rows_name(name, key):
    assert body(name, name).council == key


def test_the_main_body_of_several_is_taken_and_all_are_said():
    found = body(*["Leeds City Council"] * 3, "East North East Homes Leeds", "Leeds CC")
    assert found.council == "LDS"
    assert found.council_evidence == "4 of 5 rows name Leeds as their body"
    assert any("3 bodies" in text and "Homes Leeds: 1" in text for text in found.problems)


def test_bodies_with_as_many_rows_are_told_in_one_order():
    """Their order was another one in every run."""
    names = [f"Body {letter}" for letter in "FBDACE"]
    (told,) = [text for text in body(*names).problems if "6 bodies" in text]
    places = [told.find(name) for name in sorted(names) if name in told]
    assert len(places) > 1 and places == sorted(places)


def test_rows_of_bodies_in_balance_tell_of_none():
    assert body("Leeds City Council", "Manchester City Council").council == ""


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("hyndburn/1701.csv", "HYN"),
        ("northtyneside/2022-06_i.csv", "NTY"),
        ("NorthTynesideSpend.csv", "NTY"),
        ("x/east-devon-2023.csv", "EDE"),
        ("devon_pcard/x.csv", "DEV"),
        ("lancashire_pcc/pcc-2023-24.csv", "E7023"),
        ("lancashire/2023.csv", "LAN"),
        ("Leeds City Council Payments April.csv", "LDS"),
        ("reading/of files.csv", ""),
        ("Reading Borough Council 2023.csv", "RDG"),
        ("newcastle/2023.csv", ""),
        ("DCCSpendingOver500.csv", ""),
        ("leeds-and-manchester.csv", ""),
    ],
)
def test_a_council_is_told_by_names_only_when_it_is_the_only_one(file, key):
    assert named(file).council == key


def test_a_title_tells_last_and_the_evidence_is_said():
    found = named("x.csv", "Payments of Hyndburn Borough Council over £250")
    assert (found.council, found.council_evidence) == ("HYN", "a title above its rows: Hyndburn")


@pytest.mark.parametrize(("year", "key"), [(2018, "BKM"), (2022, "BUC")])
def test_of_two_councils_of_one_name_the_one_of_its_day_is_meant(year, key):
    assert named("buckinghamshire/x.csv", year=year).council == key


def test_what_was_given_wins_and_a_contradiction_is_said():
    found = body("Leeds City Council", council="MAN")
    assert found.council == "MAN"
    assert any("'Leeds'" in text for text in found.problems)
