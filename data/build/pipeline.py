"""The build from end to end: fetch, read, resolve, tabulate, measure, check, publish."""

import hashlib
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import duckdb
import polars as pl

from data.build import paths
from data.build.checking import Finding, require_sound, run_checks
from data.build.fetch import locate
from data.build.measuring import compute
from data.build.publishing import publish, recover
from data.build.reading import Bench, issue_frame, read_sources
from data.build.records import Family, Service, Source, load_families, load_services, load_sources
from data.build.resolve import normal_name
from data.build.tables import fill, in_order, table_of

# Made from datasets that name no council; everything else needs them.
AREA_TABLES = {"council", "succession", "place_code"}
SCHEMA_VERSION = 1
Say = Callable[[str], None]


def build(mirror: Path | None, say: Say) -> list[Finding]:
    """Make a new edition from the sources; gives the warnings. The last edition stays on failure."""
    recover(paths.EDITION)
    sources = load_sources(paths.SOURCES)
    files = fetch_all(sources, mirror, say)
    database = duckdb.connect()
    bench = make(database, sources, files, say)
    insert_records(bench, sources, files)
    say("Checking")
    previous(database, paths.EDITION)
    findings = run_checks(database, paths.CHECKS)
    require_sound(findings)
    say("Publishing")
    publish(database, paths.EDITION)
    return findings


def fetch_all(sources: dict[str, Source], mirror: Path | None, say: Say) -> dict[str, Path]:
    """Every file of every source, checked against its hash: path in a mirror -> local path."""
    say("Collecting the published files from " + (f"{mirror}" if mirror else "their publishers"))
    return {
        file.path: locate(
            file, mirror=mirror, cache=paths.DOWNLOADS, landing_url=source.landing_url
        )
        for source in sources.values()
        for file in source.file
    }


def make(
    database: duckdb.DuckDBPyConnection,
    sources: dict[str, Source],
    files: dict[str, Path],
    say: Say,
) -> Bench:
    """Fill every contract table of the working database."""
    database.execute(paths.SCHEMA.read_text("utf-8"))
    database.create_function("normal_name", normal_name, [str], str)
    bench = Bench(database)
    bench.insert("source", source_frame(sources))
    insert_services(bench, load_services(paths.SERVICES))
    register_areas(database, paths.AREAS)
    say("Reading areas")
    read_sources(bench, sources, files, placed=False)
    tables = in_order(paths.TABLES)
    for path in (path for path in tables if table_of(path) in AREA_TABLES):
        fill(database, path)
    say("Reading figures")
    read_sources(bench, sources, files, placed=True)
    insert_periods(bench)
    for path in (path for path in tables if table_of(path) not in AREA_TABLES):
        rows = fill(database, path)
        say(f"Table {path.stem}: {rows:,} rows")
    for family in load_families(paths.MEASURES).values():
        insert_measures(bench, family, sources, say)
    return bench


def insert_measures(bench: Bench, family: Family, sources: dict[str, Source], say: Say) -> None:
    """Describe a family's measures in the codebook and add their values."""
    start = bench.database.execute("SELECT count(*) FROM measure").fetchone()[0]
    drop = {"key", "classes", "not_collected_in", "absent_status", "sources", "per"}
    rows = [
        m.model_dump(exclude=drop) | {"measure": m.slug, "position": start + i}
        for i, m in enumerate(family.measures)
    ]
    bench.insert(
        "measure",
        pl.DataFrame(rows, infer_schema_length=None)
        .drop("slug")
        .with_columns(
            pl.col("breaks").cast(pl.List(pl.String)), pl.col("min_denominator").cast(pl.Float64)
        ),
    )
    links = [(m.slug, source) for m in family.measures for source in m.sources]
    bench.insert("measure_source", pl.DataFrame(links, schema=["measure", "source"], orient="row"))
    values = compute(bench.database, family, sources)
    bench.insert("value", values)
    say(f"Measures {family.slug}: {len(values):,} values of {len(family.measures)} measures")


def insert_services(bench: Bench, services: list[Service]) -> None:
    """Fill service; who runs it is resolved by tables/responsibility.sql from the same record."""
    bench.insert(
        "service",
        pl.DataFrame(
            [
                s.model_dump(exclude={"groups", "councils"}) | {"position": i}
                for i, s in enumerate(services)
            ]
        ),
    )
    groups = [
        (s.service, name, group)
        for s in services
        for group, names in s.groups.items()
        for name in names
    ]
    single = [
        (s.service, council, group) for s in services for council, group in s.councils.items()
    ]
    database = bench.database
    database.execute("CREATE SCHEMA IF NOT EXISTS declared")
    for table, rows, key in (
        ("service_class", groups, "class"),
        ("service_council", single, "council"),
    ):
        schema = {"service": pl.String, key: pl.String, "comparison_group": pl.String}
        frame = pl.DataFrame(rows, schema=schema, orient="row")
        database.register("incoming", frame)
        database.execute(f"CREATE TABLE declared.{table} AS FROM incoming")
        database.unregister("incoming")


def register_areas(database: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Every hand-kept table of data/areas as declared.<name>, all columns text."""
    for path in sorted(folder.glob("*.csv")):
        database.execute(
            f"CREATE TABLE declared.{path.stem} AS FROM read_csv('{path}', header = true, all_varchar = true, delim = ',')"
        )


def insert_periods(bench: Bench) -> None:
    """Fill period with every period met, plus those that only tables' SQL will name."""
    rows = [asdict(period) for _, period in sorted(bench.periods.items())]
    bench.insert("period", pl.DataFrame(rows))


def source_frame(sources: dict[str, Source]) -> pl.DataFrame:
    rows = [
        source.model_dump(exclude={"slug", "file", "table"}) | {"source": slug}
        for slug, source in sources.items()
    ]
    return pl.DataFrame(rows).with_columns(pl.col("known_problems").cast(pl.List(pl.String)))


def insert_records(bench: Bench, sources: dict[str, Source], files: dict[str, Path]) -> None:
    """Fill what describes the edition itself: files, row accounts, issues, its name."""
    rows = [
        {"source": slug, **file.model_dump(include={"path", "url", "sha256", "bytes"})}
        for slug, source in sources.items()
        for file in source.file
    ]
    bench.insert("source_file", pl.DataFrame(rows))
    bench.insert("reading", pl.DataFrame(bench.readings))
    bench.insert("issue", issue_frame(bench.issues))
    digest = hashlib.sha256("".join(sorted(row["sha256"] for row in rows)).encode()).hexdigest()
    newest = max(source.published for source in sources.values() if source.use == "publish")
    latest, base = bench.database.execute(
        "SELECT (SELECT max(period) FROM spending WHERE value_gbp IS NOT NULL), (SELECT any_value(base) FROM deflator)"
    ).fetchone()
    bench.insert(
        "edition",
        pl.DataFrame(
            [
                {
                    "name": f"{newest[:10]}-{digest[:8]}",
                    "built_from": digest,
                    "latest_spending_period": latest,
                    "price_base": base,
                    "schema_version": SCHEMA_VERSION,
                }
            ]
        ),
    )


def previous(database: duckdb.DuckDBPyConnection, edition: Path) -> None:
    """Show the last edition to the checks as ``previous.value``; empty when there is none."""
    database.execute("CREATE SCHEMA IF NOT EXISTS previous")
    for table in ("value", "spending"):
        file = edition / f"{table}.parquet"
        what = f"FROM '{file}'" if file.exists() else f"FROM main.{table} WHERE false"
        database.execute(f"CREATE OR REPLACE VIEW previous.{table} AS {what}")
