"""Some families built by themselves: the bytes of a whole build in a small part of its time."""

import os
import shutil
from pathlib import Path

import duckdb
import pytest

from data.build import paths, pipeline
from data.build.assembling import EditionMissing, EditionUnknown
from data.build.checking import ChecksFailed
from data.build.only import UnknownFamily, build_only
from data.build.readers import READERS
from data.build.records import load_families
from tests.build.made_up_project import FOLDERS, Country

MIRROR = os.environ.get("PUBLIC_POUND_MIRROR")


@pytest.fixture
def country(tmp_path, monkeypatch) -> Country:
    country = Country(tmp_path)
    for name in FOLDERS:
        monkeypatch.setattr(paths, name.upper(), tmp_path / name)
    monkeypatch.setattr(paths, "SERVICES", tmp_path / "services.toml")
    for records in ("MECHANISMS", "WORDS"):
        monkeypatch.setattr(paths, records, tmp_path / "none.toml")
    monkeypatch.setattr(paths, "FRAMEWORKS", tmp_path / "none")
    monkeypatch.setattr(paths, "EDITION", tmp_path / "edition")
    monkeypatch.setattr(paths, "READINGS", tmp_path / "readings")
    for hand_kept in ("describe_studies", "describe_mechanisms"):
        monkeypatch.setattr(pipeline, hand_kept, lambda *_: None)
    return country


CHANGES = {
    "nothing": {"what": "bins", "number": 99},
    "a figure": {"what": "bins", "number": 98},
    "a period": {"what": "bins", "number": 99, "year": "2023-24"},
    "a word of the record": {"what": "bins", "number": 99, "published": "2024-03-01"},
    "two measures for one": {"what": "bins", "number": 99, "measures": ("aa", "zz")},
    "a new family": {"what": "arches", "number": 70},
    "a new family at the end": {"what": "zebras", "number": 70},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_edition_is_that_of_a_whole_build_to_the_byte(country, change):
    country.whole()
    country.survey(**change)
    country.only(change["what"])
    only = country.tables
    country.whole()
    assert only == country.tables


def test_other_families_stay_as_they_were(country):
    country.whole()
    before = country.rows("value", "good_benches")
    country.survey("benches", number=240)
    country.survey("bins", number=98)
    country.only("bins")
    assert country.rows("value", "good_benches") == before
    country.only("bins", "benches")
    both = country.tables
    country.whole()
    assert country.rows("value", "good_benches") != before
    assert both == country.tables


def test_no_file_is_read_twice(country, monkeypatch):
    read = []
    plain = READERS["csv"]
    monkeypatch.setitem(READERS, "csv", lambda *of: read.append(of[0].name) or plain(*of))
    country.whole()
    assert sorted(read) == ["benches.csv", "bins.csv"]
    country.whole()
    country.only("bins")
    assert len(read) == 2
    country.survey("bins", number=98)
    country.only("bins")
    assert read[2:] == ["bins.csv"], "another file"
    record = country.folder / "sources" / "bins.toml"
    record.write_text(record.read_text().replace('".." =', '"x" = "suppressed", ".." ='))
    country.only("bins")
    assert read[3:] == ["bins.csv"], "another declaration"


def test_another_reader_reads_anew(country, monkeypatch):
    country.whole()
    kept = {file.name for file in paths.READINGS.iterdir()}
    monkeypatch.setattr("data.build.kept_readings.readers_version", lambda: "another")
    country.whole()
    assert kept.isdisjoint(file.name for file in paths.READINGS.iterdir()), "and forgets the old"


def test_a_reading_that_was_cut_off_is_made_again(country):
    country.whole()
    whole = country.tables
    for file in paths.READINGS.iterdir():
        file.write_bytes(file.read_bytes()[:100])
    country.whole()
    assert country.tables == whole


def test_a_check_keeps_the_edition(country):
    country.whole()
    before = country.tables
    country.survey("bins", number=98, use="check", licence="none-stated")
    with pytest.raises(ChecksFailed, match="published_sources_may_be_published"):
        country.only("bins")
    assert country.tables == before


def test_an_unknown_family_is_a_sentence(country):
    country.whole()
    with pytest.raises(UnknownFamily, match=r"'binns'.*Near it: bins"):
        country.only("binns")


def test_a_table_that_the_edition_lacks_is_a_sentence(country):
    country.whole()
    (paths.EDITION / "finance.parquet").unlink()
    with pytest.raises(EditionMissing, match=r"no finance\.parquet.*without --only"):
        country.only("bins")


def test_there_must_be_an_edition_of_this_contract(country):
    with pytest.raises(EditionMissing, match="without --only first"):
        country.only("bins")
    country.whole()
    with duckdb.connect() as con:
        con.execute(f"CREATE TABLE edition AS FROM '{paths.EDITION}/edition.parquet'")
        con.execute("UPDATE edition SET schema_version = 1")
        con.execute(f"COPY edition TO '{paths.EDITION}/edition.parquet'")
    with pytest.raises(EditionUnknown, match="follows version 1"):
        country.only("bins")


@pytest.mark.skipif(not MIRROR, reason="set PUBLIC_POUND_MIRROR to a mirror of the files")
def test_every_family_of_the_project_gives_the_values_of_the_edition(tmp_path, monkeypatch):
    """All at once, from the files and the edition's own tables."""
    copy = Path(shutil.copytree(paths.EDITION, tmp_path / "edition"))
    whole = (copy / "value.parquet").read_bytes()
    monkeypatch.setattr(paths, "EDITION", copy)
    monkeypatch.setattr(paths, "READINGS", tmp_path / "readings")
    build_only(list(load_families(paths.MEASURES)), Path(MIRROR), lambda text: None)
    assert (copy / "value.parquet").read_bytes() == whole
