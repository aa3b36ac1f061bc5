"""The build from end to end: fetch, read, resolve, tabulate, measure, check, publish."""

import re
from collections.abc import Callable
from pathlib import Path

import duckdb

from data.build import paths
from data.build.changes import record_changes
from data.build.checking import Finding, require_sound, run_checks
from data.build.contract import create_contract
from data.build.extremes import new_extremes
from data.build.fetch import NewEdition, bars, locate_all
from data.build.frameworks import describe_frameworks, load_frameworks
from data.build.joint_figures import JointFigure, load_joint_figures
from data.build.kept_readings import KeptReadings
from data.build.lineage import describe_lineage
from data.build.measuring import compute
from data.build.mechanisms import describe_mechanisms
from data.build.mentions import require_services
from data.build.odd_amounts import note_odd_amounts
from data.build.publishing import publish, recover
from data.build.reading import Bench, read_sources
from data.build.recording import (
    declare_areas,
    declare_peer_models,
    describe_edition,
    describe_files,
    describe_measures,
    describe_periods,
    describe_services,
    describe_sources,
)
from data.build.records import Family, Source, load_families, load_services, load_sources
from data.build.resolving import normal_name
from data.build.studies import describe_studies
from data.build.tables import fill, in_order, settle, table_of
from sql_text import quoted

# Made from datasets that name no council; every other dataset is resolved with them.
AREA_TABLES = {"council", "succession", "place_code"}
Say = Callable[[str], None]


def build(mirror: Path | None, say: Say, *, accept_new_editions: bool = False) -> list[Finding]:
    """Make a new edition from the sources; gives the warnings. On failure the last one stays."""
    recover(paths.EDITION)
    sources = load_sources(paths.SOURCES)
    revised: list[NewEdition] = []
    say(f"Collecting the published files from {mirror or 'their publishers'}")
    files = fetch_all(
        sources, mirror, accept_new_editions=accept_new_editions, report=revised.append
    )
    kept = KeptReadings(paths.READINGS)
    with duckdb.connect() as database:
        make(database, sources, files, say, revised, kept)
        findings = conclude(database, say)
    kept.forget_unused()
    return findings


def conclude(
    database: duckdb.DuckDBPyConnection,
    say: Say,
    left_out: frozenset[str] = frozenset(),
    as_they_are: frozenset[str] = frozenset(),
) -> list[Finding]:
    """Check what is made, show what is new, publish. A check at level stop raises ChecksFailed.

    ``left_out`` names checks; ``as_they_are`` tables that nothing was done to.
    """
    say("Checking")
    show_previous(database, paths.EDITION)
    findings = run_checks(database, paths.CHECKS, left_out)
    require_sound(findings)
    for sentence in new_extremes(database):
        say(sentence)
    say(record_changes(database, paths.EDITION))
    say("Publishing")
    publish(database, paths.EDITION, as_they_are=as_they_are)
    return findings


def fetch_all(sources: dict[str, Source], mirror: Path | None, **options) -> dict[str, Path]:
    """Every file of every source, checked against its hash: path in a mirror -> local path."""
    wanted = [(file, source.landing_url) for source in sources.values() for file in source.file]
    with bars() as progress:
        return locate_all(
            wanted, mirror=mirror, cache=paths.DOWNLOADS, progress=progress, **options
        )


def make(
    database: duckdb.DuckDBPyConnection,
    sources: dict[str, Source],
    files: dict[str, Path],
    say: Say,
    revised: list[NewEdition] | None = None,
    kept: KeptReadings | None = None,
) -> Bench:
    """Fill every contract table of the working database.

    ``revised`` are files taken in an edition other than the record's: each is an issue. Readings
    are taken from ``kept`` where they are there.
    """
    services, families = load_services(paths.SERVICES), load_families(paths.MEASURES)
    frameworks = load_frameworks(paths.FRAMEWORKS)
    require_services(
        services, families.values(), sources.values(), paths.AREAS, [paths.MECHANISMS, paths.WORDS]
    )
    bench = begin(database, revised, kept)
    describe_sources(bench, sources)
    describe_services(bench, services)
    declare_areas(database, paths.AREAS)
    declare_peer_models(database, sources)
    tables = in_order(paths.TABLES)
    say("Reading areas")
    read_sources(bench, sources, files, placed=False)
    fill_tables(bench, [path for path in tables if table_of(path) in AREA_TABLES], say)
    say("Reading figures")
    read_sources(bench, sources, files, placed=True)
    describe_periods(bench)
    fill_tables(bench, [path for path in tables if table_of(path) not in AREA_TABLES], say)
    say(f"Odd amounts noted: {note_odd_amounts(database)}")
    settle(database, tables_read(tables, families))
    describe_lineage(database, tables, families)
    position = 0
    joint = load_joint_figures(paths.AREAS / "joint_figures.toml")
    for family in families.values():
        add_measures(bench, family, position, sources, joint, say)
        position += len(family.measures)
    describe_studies(bench, paths.STUDIES)
    describe_mechanisms(bench, paths.MECHANISMS)
    describe_frameworks(bench, frameworks)
    describe_files(bench, sources, revised or [])
    describe_edition(bench)
    return bench


def tables_read(tables: list[Path], families: dict[str, Family]) -> set[str]:
    """Contract tables that any measure is worked out from."""
    words = {word for one in families.values() for word in re.findall(r"\w+", one.sql)}
    return {table_of(path) for path in tables} & words


def begin(
    database: duckdb.DuckDBPyConnection,
    revised: list[NewEdition] | None,
    kept: KeptReadings | None,
) -> Bench:
    """The contract's empty tables, and nothing read yet."""
    # A sum of floats depends on the order of its terms: one thread, one order, the same edition.
    database.execute("SET threads = 1")
    create_contract(database)
    database.create_function("normal_name", normal_name, [str], str)
    bench = Bench(database, kept)
    bench.revised = {edition.path: edition.found_sha256 for edition in revised or []}
    return bench


def fill_tables(bench: Bench, files: list[Path], say: Say) -> None:
    """Run the tables' SQL in the order given."""
    for path in files:
        rows = fill(bench.database, path)
        say(f"Table {path.stem}: {rows:,} rows")


def add_measures(
    bench: Bench,
    family: Family,
    position: int,
    sources: dict[str, Source],
    joint: list[JointFigure],
    say: Say,
) -> None:
    """Describe a family's measures in the codebook and add their values."""
    describe_measures(bench, family, position)
    values = compute(bench.database, family, sources, joint)
    bench.insert("value", values)
    say(f"Measures {family.slug}: {len(values):,} values of {len(family.measures)} measures")


def show_previous(database: duckdb.DuckDBPyConnection, edition: Path) -> None:
    """Show the last edition as schema ``previous``, to compare with; empty if there is none."""
    database.execute("CREATE SCHEMA IF NOT EXISTS previous")
    for table in ("value", "spending", "measure"):
        file = edition / f"{table}.parquet"
        rows = f"FROM {quoted(file)}" if file.exists() else f"FROM main.{table} WHERE false"
        database.execute(f"CREATE OR REPLACE VIEW previous.{table} AS {rows}")
