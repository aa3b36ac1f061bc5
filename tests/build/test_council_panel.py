"""The panel for study: one row per council, year and series, three formats."""

import json
import re
import shutil
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.build import paths
from data.build.council_panel.making import KEY, TIERS
from data.build.council_panel.stata import STATUSES
from data.build.council_panel.variables import LONGEST, RESERVED, short_name, short_names
from data.build.council_panel.writing import NAME, write_council_panels

NEEDS_EDITION = pytest.mark.skipif(
    not paths.DATABASE.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("panels")
    copy = shutil.copy(paths.DATABASE, folder / "councils.duckdb")
    with duckdb.connect(copy, read_only=True) as database:
        write_council_panels(database, folder)
    return folder


def read(folder: Path, tier: str) -> pl.DataFrame:
    return pl.read_parquet(folder / f"{NAME.format(tier)}.parquet")


@given(st.text(alphabet="abcdefgh_é9", min_size=1, max_size=80))
def test_a_short_name_fits_and_is_a_name(key):
    name = short_name(key)
    assert re.fullmatch(r"[A-Za-z]\w{0,31}", name)
    assert name not in RESERVED


def test_a_name_that_fits_is_left_and_long_ones_stay_apart():
    assert short_name("recycling_rate") == "recycling_rate"
    assert short_name("class") == "x_class"
    long = "children_in_residential_accommodation_of_the_council"
    assert short_name(f"{long}_a") != short_name(f"{long}_b")
    with pytest.raises(ValueError, match="one name"):
        short_names(["rate", "Rate"])


@pytest.mark.parametrize("tier", TIERS)
def test_the_world_gives_one_row_per_council_year_and_series(world, tmp_path, tier):
    copy = shutil.copy(world, tmp_path / "copy.duckdb")
    with duckdb.connect(copy, read_only=True) as database:
        write_council_panels(database, tmp_path)
    if (tmp_path / f"{NAME.format(tier)}.parquet").exists():
        frame = read(tmp_path, tier)
        assert not frame.select(KEY).is_duplicated().any()


@NEEDS_EDITION
@pytest.mark.parametrize("tier", TIERS)
def test_names_are_short_unique_and_free(folder, tier):
    names = read(folder, tier).columns
    assert max(map(len, names)) <= LONGEST
    assert len({name.lower() for name in names}) == len(names)
    assert not RESERVED & set(names)


@NEEDS_EDITION
@pytest.mark.parametrize("tier", TIERS)
def test_csv_stata_and_codebooks_are_of_the_same_columns(folder, tier):
    name, frame = NAME.format(tier), read(folder, tier)
    plain = pl.read_csv(folder / f"{name}.csv", infer_schema=False)
    assert (plain.columns, plain.height) == (frame.columns, frame.height)
    codebook = pl.read_csv(folder / f"{name}_codebook.csv")
    assert codebook["name"].to_list() == frame.columns
    assert codebook["meaning"].str.len_chars().min() > 3
    package = json.loads((folder / f"{name}_datapackage.json").read_text("utf-8"))
    fields = {one["name"]: one for one in package["resources"][0]["schema"]["fields"]}
    assert list(fields) == frame.columns
    assert fields["total_st"]["constraints"]["enum"] == list(STATUSES)


@NEEDS_EDITION
def test_the_stata_file_has_labels_and_the_same_figures(folder):
    frame = read(folder, "upper")
    with pd.io.stata.StataReader(folder / "council_panel_upper.dta") as reader:
        values, variables = reader.value_labels(), reader.variable_labels()
        data = reader.read(convert_categoricals=False)
    assert list(data.columns) == frame.columns
    assert data["total_rph"].sum() == pytest.approx(frame["total_rph"].sum())
    assert values["total_st"][1] == "published"
    assert values["series"] == {1: "own", 2: "backcast"}
    assert all(0 < len(words) <= 80 for words in variables.values())


@NEEDS_EDITION
def test_statuses_are_known_to_the_labels(folder):
    for tier in TIERS:
        frame = read(folder, tier)
        for name in frame.columns:
            if name.endswith("_st"):
                assert set(frame[name].drop_nulls()) <= set(STATUSES)


@NEEDS_EDITION
def test_a_council_before_it_was_is_the_sum_of_those_that_became_it(folder):
    frame = read(folder, "upper").filter(council="BUC", series="backcast", year=2016)
    with duckdb.connect(folder / "councils.duckdb", read_only=True) as database:
        (parts,) = (
            database.sql(
                "SELECT sum(value_gbp) FROM spending_per_head "
                "JOIN succession ON predecessor = council "
                "WHERE successor = 'BUC' AND service = 'total' AND period = '2015-16' "
                "AND component = 'net_current_expenditure'"
            )
            .pl()
            .row(0)
        )
    assert frame["total_gbp"].item() == pytest.approx(parts)
    assert frame["total_st"].item() == "derived"
    assert frame["total_ph"].item() == pytest.approx(parts / frame["residents"].item())


@NEEDS_EDITION
def test_no_sum_stands_where_a_part_is_missing(folder):
    frame = read(folder, "upper").filter(council="BUC", series="backcast", year=2019)
    assert frame["total_gbp"].item() is None
    assert frame["total_st"].item() == "not_held"
