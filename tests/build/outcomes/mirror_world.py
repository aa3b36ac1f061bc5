"""The outcome measures as the build makes them from a mirror; nothing else of the edition."""

from pathlib import Path

import duckdb

from data.build import paths, pipeline
from data.build.contract import create_contract
from data.build.joint_figures import load_joint_figures
from data.build.measuring import compute
from data.build.reading import Bench, read_sources
from data.build.recording import (
    declare_areas,
    describe_measures,
    describe_periods,
    describe_services,
    describe_sources,
)
from data.build.records import load_families, load_services, load_sources
from data.build.resolving import normal_name
from data.build.tables import fill, in_order

FAMILIES = [
    "adult_social_care",
    "cpop",
    "deprivation",
    "fly_tipping",
    "fly_tipping_enforcement",
    "homelessness",
    "housing_supply",
    "lait",
    "lait_combined",
    "local_statistics",
    "nisra",
    "ofsted",
    "planning_applications",
    "public_health",
    "recycling_nations",
    "residents_served",
    "road_condition",
    "waste",
]
TABLES = {"council", "succession", "place_code", "responsibility", "population"}


def make(mirror: Path) -> tuple[duckdb.DuckDBPyConnection, Bench]:
    """A database with the outcome families' raw tables, measures and values."""
    families = {name: load_families(paths.MEASURES)[name] for name in FAMILIES}
    sources = load_sources(paths.SOURCES)
    wanted = {s for family in families.values() for m in family.measures for s in m.sources}
    areas = {name for name, source in sources.items() if not all(t.place for t in source.table)}
    sources = {name: s for name, s in sources.items() if name in wanted | areas}
    files = {file.path: mirror / file.path for s in sources.values() for file in s.file}

    database = duckdb.connect()
    create_contract(database)
    database.create_function("normal_name", normal_name, [str], str)
    bench = Bench(database)
    describe_sources(bench, sources)
    describe_services(bench, load_services(paths.SERVICES))
    declare_areas(database, paths.AREAS)
    read_sources(bench, sources, files, placed=False)
    tables = [p for p in in_order(paths.TABLES) if p.name.split(".")[0] in TABLES]
    areas_first = [p for p in tables if p.name.split(".")[0] in pipeline.AREA_TABLES]
    for path in areas_first:
        fill(database, path)
    read_sources(bench, sources, files, placed=True)
    describe_periods(bench)
    for path in (p for p in tables if p not in areas_first):
        fill(database, path)
    fill(database, paths.TABLES / "control_total.outcomes.sql")
    joint = load_joint_figures(paths.AREAS / "joint_figures.toml")
    for family in families.values():
        describe_measures(bench, family, 0)
        bench.insert("value", compute(database, family, sources, joint))
    return database, bench


def values(database: duckdb.DuckDBPyConnection, measure: str) -> dict[tuple[str, str], dict]:
    """(council, period) -> the value's row."""
    frame = database.sql("FROM value WHERE measure = $m", params={"m": measure}).pl()
    return {(row["council"], row["period"]): row for row in frame.iter_rows(named=True)}


def council_of(database: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Every GSS code, of now and before, -> council: from the register, not from place_code."""
    rows = database.execute(
        "SELECT council, gss FROM council WHERE gss IS NOT NULL "
        "UNION SELECT council, unnest(gss_before) FROM council"
    ).fetchall()
    return {gss: council for council, gss in rows}
