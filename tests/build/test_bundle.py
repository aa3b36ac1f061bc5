"""The bundle: whole, described, cited by its edition, and the same bytes whenever it is made."""

import hashlib
import json
import tomllib
import zipfile
from pathlib import Path

import duckdb
import polars as pl
import pytest
import rdflib
from rdflib.namespace import DCAT, RDF

from data.build.assembling import EditionMissing
from data.build.bundle.making import ROOT, make_bundle
from data.build.bundle.tables_described import TYPES
from data.build.contract import create_contract

NAME = "2025-01-01-world"


@pytest.fixture(scope="module")
def made(world_database, tmp_path_factory) -> Path:
    return make_bundle(world_database.parent / "edition", tmp_path_factory.mktemp("bundle"))


@pytest.fixture(scope="module")
def folder(made) -> Path:
    return made.with_suffix("")


def test_it_is_the_same_bytes_whenever_it_is_made(made, world_database, tmp_path):
    again = make_bundle(world_database.parent / "edition", tmp_path)
    assert again.read_bytes() == made.read_bytes()


def test_the_zip_is_the_folder_and_every_file_is_summed(made, folder):
    files = {
        f"{folder.name}/{file.relative_to(folder).as_posix()}": file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }
    with zipfile.ZipFile(made) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    summed = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    assert summed.keys() == {name.partition("/")[2] for name in files} - {"SHA256SUMS"}
    for name, digest in summed.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_it_holds_what_a_reader_of_it_needs(folder):
    there = {file.relative_to(folder).as_posix() for file in folder.rglob("*")}
    assert there >= {
        "README.md",
        "CITATION.cff",
        ".zenodo.json",
        "LICENSE",
        "DATA-LICENCE.md",
        "datapackage.json",
        "catalogue.jsonld",
        "docs/data.md",
        "docs/schema.sql",
        "edition/value.parquet",
        "panels/council_panel_upper.dta",
        "panels/council_panel_upper_codebook.csv",
    }
    assert not [name for name in there if "ledger" in name or name.endswith(".duckdb")]


def test_its_data_package_is_true_of_the_files(folder):
    told = json.loads((folder / "datapackage.json").read_text())
    assert told["version"] == NAME
    names = [one["name"] for one in told["resources"]]
    assert len(names) == len(set(names))
    tables = [one for one in told["resources"] if one["format"] == "parquet"]
    assert len(tables) == len(list((folder / "edition").glob("*.parquet")))
    for one in told["resources"]:
        content = (folder / one["path"]).read_bytes()
        assert one["bytes"] == len(content)
        assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    for one in tables:
        frame = pl.read_parquet(folder / one["path"])
        fields = {field["name"]: field for field in one["schema"]["fields"]}
        assert list(fields) == frame.columns
        assert all(field["description"] for field in fields.values())
        for key in [one["schema"].get("primaryKey", [])]:
            assert frame.select(key).is_duplicated().sum() == 0 if key else True
        for key in one["schema"].get("foreignKeys", []):
            assert key["reference"]["resource"] in names
            assert set(key["fields"]) <= fields.keys()


def test_every_type_of_the_contract_has_a_word():
    with duckdb.connect() as database:
        create_contract(database)
        rows = database.execute(
            "SELECT DISTINCT data_type FROM duckdb_columns() c JOIN duckdb_tables() t "
            "USING (schema_name, table_name) WHERE schema_name = 'main'"
        ).fetchall()
    assert {kind.removesuffix("[]") for (kind,) in rows} <= TYPES.keys()


def test_its_catalogue_names_files_that_are_there(folder):
    text = (folder / "catalogue.jsonld").read_text()
    graph = rdflib.Graph().parse(data=text, format="json-ld", publicID="file:///bundle/")
    distributions = list(graph.subjects(RDF.type, DCAT.Distribution))
    assert len(distributions) > 40
    for one in distributions:
        address = str(graph.value(one, DCAT.downloadURL)).removeprefix("file:///bundle/")
        assert (folder / address).stat().st_size == graph.value(one, DCAT.byteSize).value


def test_it_is_cited_by_its_edition(folder):
    assert f"\nversion: {NAME}\n" in (folder / "CITATION.cff").read_text()
    told = json.loads((folder / ".zenodo.json").read_text())
    assert (told["version"], told["publication_date"]) == (NAME, "2025-01-01")


def test_the_repository_is_cited_alike_wherever_it_is():
    told = json.loads((ROOT / ".zenodo.json").read_text())
    cited = (ROOT / "CITATION.cff").read_text()
    assert f'title: "{told["title"]}"' in cited
    assert f"keywords: [{', '.join(told['keywords'])}]" in cited
    assert all(f'name: "{one["name"]}"' in cited for one in told["creators"])
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert f"version: {project['version']}\n" in cited


def test_without_an_edition_there_is_none(tmp_path):
    with pytest.raises(EditionMissing):
        make_bundle(tmp_path / "nothing", tmp_path)
