"""The delivery panel: whole, described, and giving the page's own estimate."""

import json
import re
import shutil
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest

from components.delivery.takeaway import EXAMPLE, FILES
from data.build import paths
from data.build.council_panel.variables import RESERVED, short_name
from data.build.panel.columns import check
from data.build.panel.making import make_panel
from data.build.panel.writing import NAME, stata_names, write_panel
from inference.panel.estimation import fit_panel
from inference.panel.sample import Specification
from queries import ask

NEEDS_EDITION = pytest.mark.skipif(
    not paths.DATABASE.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
DOC = Path(paths.DICTIONARY).with_name("panel.md")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("panel")
    copy = shutil.copy(paths.DATABASE, folder / "councils.duckdb")
    with duckdb.connect(copy, read_only=True) as database:
        write_panel(database, folder)
    return folder


def test_the_world_gives_one_row_per_council_and_year(world):
    copy = shutil.copy(world, world.with_name("copy.duckdb"))
    with duckdb.connect(copy, read_only=True) as database:
        frame, columns = make_panel(database)
    assert not frame.select("council", "year").is_duplicated().any()
    shares = frame.select(pl.col("^homes_spending_.*_pct$"))
    whole = shares.sum_horizontal().filter(shares[:, 0].is_not_null())
    assert whole.to_list() == pytest.approx([100.0] * len(whole))
    bexholme = frame.filter((pl.col("council") == "MAB") & (pl.col("year") == 2022))
    assert bexholme["homes_spending_own_pct"].item() is None
    assert bexholme["homes_spending_status"].item() == "not_comparable"
    assert {one.name for one in columns} >= {"homes_spending_series", "residents"}


def test_a_column_without_words_stops_it():
    with pytest.raises(AssertionError, match="stray"):
        check([], pl.DataFrame({"stray": [1]}))


@NEEDS_EDITION
def test_the_csv_is_the_parquet_file(folder):
    typed = pl.read_parquet(folder / "delivery_panel.parquet")
    plain = pl.read_csv(folder / "delivery_panel.csv", infer_schema=False)
    assert plain.columns == typed.columns and plain.height == typed.height > 2_000


@NEEDS_EDITION
def test_both_codebooks_describe_every_column(folder):
    columns = pl.read_parquet_schema(folder / "delivery_panel.parquet").keys()
    package = json.loads((folder / "delivery_panel_datapackage.json").read_text("utf-8"))
    fields = package["resources"][0]["schema"]["fields"]
    assert [one["name"] for one in fields] == list(columns)
    assert all(one["description"] for one in fields)
    assert package["version"] and package["sources"] and package["licenses"]
    web = json.loads((folder / "delivery_panel.csv-metadata.json").read_text("utf-8"))
    assert [one["name"] for one in web["tableSchema"]["columns"]] == list(columns)


@NEEDS_EDITION
def test_the_example_gives_the_pages_estimate(folder, monkeypatch, capsys):
    """The block of docs/panel.md, run as it stands beside the file."""
    pytest.importorskip("pyfixest", reason="pyfixest is for tests only")
    block = re.search(r"```python\n(.*?)```", DOC.read_text("utf-8"), re.DOTALL)[1]
    assert block.strip() == EXAMPLE.strip(), "the page shows the same example"
    monkeypatch.chdir(folder)
    made: dict = {}
    exec(compile(block, "docs/panel.md", "exec"), made)
    theirs = made["fit"].tidy().iloc[0]
    series = (
        ask("delivery/panel_outcomes")
        .filter(delivery_service="childrens_home_places", measure="placed_far_from_home")["series"]
        .item()
    )
    ours = fit_panel(
        ask(
            "delivery/panel",
            part="childrens_home_places",
            deliverer="private",
            measure="placed_far_from_home",
            series=series,
        ),
        Specification("outcome", "share_pct"),
    ).exposure
    assert ours["estimate"] == pytest.approx(theirs["Estimate"], rel=1e-6)
    assert ours["standard_error"] == pytest.approx(theirs["Std. Error"], rel=1e-6)
    assert "childrens_home_places_private_pct" in capsys.readouterr().out or made


@NEEDS_EDITION
def test_the_page_offers_what_is_written(folder):
    assert all((folder / name).exists() for name in FILES)


@NEEDS_EDITION
def test_names_in_stata_are_names_there_and_outcomes_have_those_of_the_council_panel(folder):
    told = pl.read_csv(folder / f"{NAME}_codebook.csv")
    panel = pl.read_parquet(folder / f"{NAME}.parquet")
    assert told["name"].to_list() == panel.columns
    names = dict(told.select("name", "name_in_stata").iter_rows())
    assert all(re.fullmatch(r"[A-Za-z]\w{0,31}", name) for name in names.values())
    assert not RESERVED & set(names.values())
    assert len({name.lower() for name in names.values()}) == len(names)
    with pd.io.stata.StataReader(folder / f"{NAME}.dta") as reader:
        frame, labels = reader.read(convert_categoricals=False), reader.value_labels()
    assert list(frame.columns) == list(names.values())
    for name, short in names.items():
        if name.endswith("_status"):
            assert labels[short][1] == "published"
            stem = short_name(name.removesuffix("_status"), 28)
            assert short == f"{stem}_st"
            assert names.get(name.removesuffix("_status"), stem) == stem
    row = told.filter(pl.col("name").str.ends_with("_status")).row(0, named=True)
    assert row["values"].startswith("1 = published; 2 = estimated") and row["meaning"]


def test_two_columns_with_one_name_in_stata_stop_it():
    with pytest.raises(ValueError, match="one name"):
        stata_names(["Rate", "rate"])
