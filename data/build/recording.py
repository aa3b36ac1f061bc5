"""Declarations as rows: sources, services, hand-kept areas, measures, and the edition itself."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import product
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from data.build.fetch import NewEdition, place_of
from data.build.naming import built_from, content_digest, edition_name
from data.build.publishing import contract_tables
from data.build.reading import Bench, issue_frame
from data.build.records import Family, Measure, Service, Source
from data.build.resolving import REVISED

# A change here tells older apps that they cannot read the edition.
SCHEMA_VERSION = 2
# What a measure's record says to the build alone; the codebook does not carry it.
BUILD_ONLY = {
    "slug",
    "key",
    "absent_nations",
    "absent_classes",
    "absent_periods",
    "absent_status",
    "sources",
    "per",
}
TEXTS = pl.List(pl.String)
LISTS = (
    "caveats",
    "breaks",
    "nations",
    "classes",
    "grades",
    "circumstances",
    "circumstances_because",
)
GROUPED = {"service": pl.String, "comparison_group": pl.String}
DUTY = {"council": pl.String, "starts": pl.Date, "ends": pl.Date, "reason": pl.String}


def describe_sources(bench: Bench, sources: dict[str, Source]) -> None:
    """Add the sources to the table of them."""
    if not sources:
        return
    rows = [
        source.model_dump(exclude={"slug", "problem", "peer_model", "address", "file", "table"})
        | {"source": slug, "held_to": source.held_to or None}
        for slug, source in sources.items()
    ]
    types = {"known_problems": TEXTS, "rhythm": pl.String, "months_after": pl.Int32}
    bench.insert("source", pl.DataFrame(rows, infer_schema_length=None).cast(types))
    addresses = [
        one.model_dump(include={"what", "kind", "period", "said_by", "as_of"})
        | {"source": slug, "url": place_of(one)}
        for slug, source in sources.items()
        for one in source.address
    ]
    if addresses:
        bench.insert("source_address", pl.DataFrame(addresses))


def declare_peer_models(database: duckdb.DuckDBPyConnection, sources: dict[str, Source]) -> None:
    """The ways of being similar that sources publish, as declared.peer_model."""
    schema = {
        "model": pl.String,
        "title": pl.String,
        "explanation": pl.String,
        "position": pl.Int32,
        "usual_order": pl.Int32,
        "usual_services": pl.List(pl.String),
        "source": pl.String,
    }
    rows = [
        one.model_dump() | {"source": slug}
        for slug, source in sources.items()
        for one in source.peer_model
    ]
    database.register("incoming", pl.DataFrame(rows, schema=schema, orient="row"))
    database.execute("CREATE SCHEMA IF NOT EXISTS declared")
    database.execute("CREATE TABLE declared.peer_model AS FROM incoming")
    database.unregister("incoming")


def describe_services(bench: Bench, services: list[Service]) -> None:
    """Fill service; who runs it becomes declared.service_class and declared.service_council."""
    rows = [
        service.model_dump(exclude={"groups", "councils"}) | {"position": position}
        for position, service in enumerate(services)
    ]
    reasons = pl.col("not_decided_because").cast(pl.String)
    bench.insert("service", pl.DataFrame(rows, infer_schema_length=None).with_columns(reasons))
    classes = [
        {"service": service.service, "class": name, "comparison_group": group}
        for service in services
        for group, names in service.groups.items()
        for name in names
    ]
    councils = [
        {"service": service.service, "council": council, "comparison_group": duty.group}
        | duty.model_dump(exclude={"group"})
        for service in services
        for council, duty in service.duties().items()
    ]
    bench.database.execute("CREATE SCHEMA IF NOT EXISTS declared")
    _declare(bench.database, "service_class", classes, GROUPED | {"class": pl.String})
    _declare(bench.database, "service_council", councils, GROUPED | DUTY)


def _declare(
    database: duckdb.DuckDBPyConnection,
    table: str,
    rows: list[dict[str, Any]],
    schema: dict[str, Any],
) -> None:
    database.register("incoming", pl.DataFrame(rows, schema=schema))
    database.execute(f"CREATE TABLE declared.{table} AS FROM incoming")
    database.unregister("incoming")


def declare_areas(database: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Every hand-kept CSV of data/areas as declared.<name>, all columns text."""
    database.execute("CREATE SCHEMA IF NOT EXISTS declared")
    for path in sorted(folder.glob("*.csv")):
        frame = pl.read_csv(path, infer_schema=False)
        database.register("incoming", frame)
        database.execute(f"CREATE TABLE declared.{path.stem} AS FROM incoming")
        database.unregister("incoming")


def describe_periods(bench: Bench) -> None:
    """Add to period every period met while reading that is not there yet."""
    known = {label for (label,) in bench.database.execute("SELECT period FROM period").fetchall()}
    rows = [asdict(one) for label, one in sorted(bench.periods.items()) if label not in known]
    if rows:
        bench.insert("period", pl.DataFrame(rows))


def describe_measures(bench: Bench, family: Family, position: int) -> None:
    """Add a family's measures to the codebook, numbered from ``position`` on."""
    rows = [
        measure.model_dump(exclude=BUILD_ONLY)
        | _circumstances(measure)
        | {"measure": measure.slug, "position": number}
        for number, measure in enumerate(family.measures, start=position)
    ]
    lists = [pl.col(name).cast(TEXTS) for name in LISTS]
    numbers = [pl.col(name).cast(pl.Float64) for name in ("min_denominator", "rounded_to")]
    bench.insert(
        "measure", pl.DataFrame(rows, infer_schema_length=None).with_columns(*lists, *numbers)
    )
    links = [(measure.slug, source) for measure in family.measures for source in measure.sources]
    bench.insert("measure_source", pl.DataFrame(links, schema=["measure", "source"], orient="row"))


def _circumstances(measure: Measure) -> dict[str, list[str]]:
    """The circumstances and their reasons, side by side in two columns."""
    return {
        "circumstances": list(measure.circumstances),
        "circumstances_because": list(measure.circumstances.values()),
    }


def describe_files(bench: Bench, sources: dict[str, Source], revised: list[NewEdition]) -> None:
    """Add the files of the sources, the accounts of their rows, and the issues met in them."""
    files = [
        {"source": slug, **file.model_dump(include={"path", "url", "sha256", "bytes"})}
        for slug, source in sources.items()
        for file in source.file
    ]
    bench.issues += [row for source in sources.values() for row in _known(source)]
    newer = {edition.path: edition for edition in revised}
    for file in files:
        if edition := newer.get(file["path"]):
            file |= {"sha256": edition.found_sha256, "bytes": edition.found_bytes}
            bench.issues.append(_revised(file, edition))
    if files:
        bench.insert("source_file", pl.DataFrame(files))
    if bench.readings:
        bench.insert("reading", pl.DataFrame(bench.readings))
    bench.insert("issue", issue_frame(bench.issues))


def describe_edition(bench: Bench) -> None:
    """Fill edition, last of all: its name is made of what every other table says."""
    database = bench.database
    newest = _one(database, "SELECT max(published) FROM source WHERE use = 'publish'")
    latest = _one(database, "SELECT max(period) FROM spending WHERE value_gbp IS NOT NULL")
    edition = {
        "name": edition_name(newest, content_digest(database, contract_tables(database))),
        "built_from": built_from(_one(database, "SELECT list(sha256) FROM source_file")),
        "latest_spending_period": latest,
        "price_base": _one(database, "SELECT any_value(base) FROM deflator"),
        "schema_version": SCHEMA_VERSION,
    }
    bench.insert("edition", pl.DataFrame([edition]))


def _known(source: Source) -> Iterator[dict[str, Any]]:
    """The known problems of certain figures, one row for each council and period."""
    paths = [file.path for file in source.file]
    for problem in source.problem:
        for council, period in product(problem.councils or [None], problem.periods or [None]):
            yield {
                "source": source.slug,
                "source_file": paths[0] if len(paths) == 1 else "",
                "source_row": None,
                "rows": problem.rows,
                "field": problem.field,
                "kind": problem.kind,
                "content": problem.content or None,
                "explanation": problem.says,
                "who_can_mend": problem.who_can_mend,
                "council": council,
                "period": period,
            }


def _revised(file: dict[str, Any], edition: NewEdition) -> dict[str, Any]:
    return {
        "source": file["source"],
        "source_file": edition.path,
        "source_row": None,
        "rows": 0,
        "field": "file",
        "kind": REVISED,
        "content": edition.found_sha256,
        "explanation": str(edition),
        "who_can_mend": "project",
    }


def _one(database: duckdb.DuckDBPyConnection, sql: str):
    return database.execute(sql).fetchall()[0][0]
