"""docs/adding.md, followed as it is written: its blocks are the files."""

import re
import textwrap
from pathlib import Path

import duckdb
import polars as pl
import pytest

from data.build import paths
from data.build.checking import run_checks
from data.build.contract import create_contract
from data.build.fetch import locate
from data.build.measuring import compute
from data.build.mentions import require_services
from data.build.reading import Bench, issue_frame, read_sources
from data.build.recording import (
    declare_areas,
    declare_peer_models,
    describe_measures,
    describe_periods,
    describe_services,
    describe_sources,
)
from data.build.records import RecordError, load_families, load_services, load_sources
from data.build.tables import fill
from tests.own_code import ROOT
from tests.world import insert, places

BLOCK = re.compile(r"^( *)```(\w+)\n\1(?:#|--) (\S+)\n(.*?)^\1```", re.M | re.S)

SAID = re.compile(r"# what the build says\n +(.*?)\n", re.S)


def blocks() -> dict[str, str]:
    """Path -> content, of every block that begins with a path."""
    text = (ROOT / "docs" / "adding.md").read_text("utf-8")
    return {path: textwrap.dedent(body) for _, _, path, body in BLOCK.findall(text)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("recipe")
    for path, content in blocks().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, "utf-8")
    return folder


@pytest.fixture(scope="module")
def bench(folder) -> Bench:
    """The made-up country, with the recipe's source read and its measure computed."""
    database = duckdb.connect()
    create_contract(database)
    bench = Bench(database)
    services = [s.model_copy(update={"councils": {}}) for s in load_services(paths.SERVICES)]
    describe_services(bench, services)
    insert(bench, "council", places.COUNCILS)
    fill(database, paths.TABLES / "responsibility.sql")
    database.execute(
        "INSERT INTO place_code SELECT 'gss', gss, council, NULL, NULL FROM council "
        "WHERE gss IS NOT NULL"
    )
    sources = load_sources(folder / "data" / "sources")
    describe_sources(bench, sources)
    files = {
        file.path: locate(file, mirror=folder, landing_url=source.landing_url)
        for source in sources.values()
        for file in source.file
    }
    read_sources(bench, sources, files, placed=True)
    describe_periods(bench)
    declare_areas(database, paths.AREAS)
    declare_peer_models(database, sources)
    for table in ("neighbour_model", "neighbour"):
        fill(database, paths.TABLES / f"{table}.sql")
    for family in load_families(folder / "data" / "measures").values():
        describe_measures(bench, family, 0)
        bench.insert("value", compute(database, family, sources))
    return bench


def test_a_source_every_row_is_accounted_for(bench):
    (account,) = [one for one in bench.readings if one["dataset"] == "park_benches"]
    assert (account["rows_read"], account["rows_other"], account["rows_set_aside"]) == (4, 1, 1)
    issues = issue_frame(bench.issues)
    assert issues["content"].to_list() == ["E99999999"]
    assert issues["source_row"].to_list() == [6]


def test_a_measure_has_its_value_its_limits_and_reasons(bench):
    rows = bench.database.sql("FROM value").pl()
    by_council = {row["council"]: row for row in rows.iter_rows(named=True)}
    counted = by_council["MAA"]
    assert (counted["value"], counted["status"]) == (5.0, "published")
    assert counted["lower"] < 5 < counted["upper"]
    assert by_council["MAB"]["status"] == "not_submitted"
    assert by_council["MAC"]["status"] == "not_submitted", "a council that the file does not name"
    assert rows.filter(pl.col("value").is_null() & pl.col("status").is_null()).is_empty()
    assert not any(council.startswith("S") for council in by_council), "another nation"


def test_a_peer_model_is_offered_with_its_words_and_its_rows(bench):
    rows = bench.database.sql("SELECT model, title, source FROM neighbour_model").fetchall()
    mine = ("alike_in_benches", "Most alike in their benches", "alike-in-benches")
    assert mine in rows
    peers = bench.database.sql(
        "SELECT council, neighbour, rank FROM neighbour "
        "WHERE model = 'alike_in_benches' ORDER BY ALL"
    ).fetchall()
    assert peers == [("MAA", "MAB", 2), ("MAA", "MAC", 1), ("MAB", "MAA", 1), ("MAC", "MAA", 1)]


def test_a_service_is_removed_when_nothing_speaks_of_it(folder):
    families = load_families(folder / "data" / "measures").values()
    sources = load_sources(folder / "data" / "sources").values()
    services = [one for one in load_services(paths.SERVICES) if one.service != "culture"]
    areas = folder / "data" / "areas"
    areas.mkdir(exist_ok=True)
    with pytest.raises(RecordError) as refused:
        require_services(services, families, sources, areas)
    assert str(refused.value) == SAID.search((ROOT / "docs" / "adding.md").read_text("utf-8"))[1]
    require_services(load_services(paths.SERVICES), families, sources, areas)


def test_every_service_that_is_spoken_of_is_declared():
    everything = load_families(paths.MEASURES).values(), load_sources(paths.SOURCES).values()
    records = [paths.MECHANISMS, paths.WORDS]
    services = load_services(paths.SERVICES)
    require_services(services, *everything, paths.AREAS, records)
    kept = [one for one in services if one.service != "culture"]
    with pytest.raises(RecordError) as refused:
        require_services(kept, *everything, paths.AREAS, records)
    for file in (
        "data/measures/net_current_expenditure.toml (spend_culture)",
        "data/areas/service_heading.csv",
        "data/areas/delivery_service.csv",
        "data/payments/words/services.toml",
    ):
        assert file in str(refused.value)


def test_a_check_finds_what_is_wrong_and_nothing_else(bench, folder):
    assert run_checks(bench.database, folder / "data" / "checks") == []
    with bench.database.cursor() as other:
        other.execute("BEGIN; UPDATE value SET numerator = 999 WHERE council = 'MAA'")
        (finding,) = run_checks(other, folder / "data" / "checks")
        other.execute("ROLLBACK")
    assert finding.level == "stop"


def test_a_query_of_a_page_gives_what_its_header_says(bench, folder):
    from queries.header import read_header

    path = folder / "queries" / "place" / "regions.sql"
    text = path.read_text("utf-8")
    found = bench.database.sql(text).pl()
    assert found.columns == list(read_header(path, text).gives)
    assert found.height > 0


def test_a_chart_draws_and_says_what_it_shows(folder):
    scope: dict = {}
    exec((folder / "charts" / "bare_bars.py").read_text("utf-8"), scope)
    frame = pl.DataFrame({"name": ["Aldby", "Bexholme"], "value": [1.0, 2.0]})
    assert len(scope["draw"](frame).data) == 1
    assert scope["alt"](frame, title="Benches") == "Benches: most in Bexholme, least in Aldby."
    nothing = frame.with_columns(value=pl.lit(None, pl.Float64))
    assert scope["draw"](nothing) is None
    assert scope["alt"](nothing, title="Benches") == "Benches: no figures."
