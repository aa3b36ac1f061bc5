import polars as pl
import pytest

from data.build import paths
from data.build.payments import bodies
from data.build.payments.bodies import council_of
from data.build.payments.reading import read

REGISTER = {
    "council": ["LDS", "MAN", "HYN", "E6101"],
    "name": ["Leeds", "Manchester", "Hyndburn", "Leeds Fire"],
    "official_name": ["Leeds City Council", "Manchester", "Hyndburn Borough Council", "Leeds Fire"],
    "other_names": [["City of Leeds"], [], [], []],
    "class": ["metropolitan_district", "metropolitan_district", "district", "other"],
}


@pytest.fixture(autouse=True)
def register(tmp_path, monkeypatch):
    pl.DataFrame(REGISTER).write_parquet(tmp_path / "council.parquet")
    monkeypatch.setattr(paths, "EDITION", tmp_path)
    bodies._register.cache_clear()
    yield
    bodies._register.cache_clear()


def body(*names: str):
    rows = "".join(f"{name},A Ltd,01/02/2024,1\n" for name in names)
    return council_of(read("x.csv", ("Body Name,Supplier,Date,Amount\n" + rows).encode()))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Leeds City Council", "LDS"),
        ("LEEDS CITY COUNCIL", "LDS"),
        ("City of Leeds", "LDS"),
        ("Leeds Fire", ""),
        ("Manchester City Council", "MAN"),
        ("Hyndburn Borough Council", "HYN"),
        ("Somewhere Else Council", ""),
        ("", ""),
    ],
)
def test_a_council_is_told_by_the_body_its_rows_name(name, key):
    assert body(name, name) == key


def test_rows_of_several_bodies_tell_of_none():
    assert body("Leeds City Council", "Manchester City Council") == ""
