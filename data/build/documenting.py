"""The contract and the records -> docs/data.md and docs/glossary.md."""

import tomllib
from collections.abc import Iterator

import duckdb

from data.build import paths
from data.build.frameworks import Framework, Metric, load_frameworks
from data.build.ledger.publishers import Publisher, load_publishers
from data.build.records import (
    LICENCES,
    Measure,
    Service,
    Source,
    load_families,
    load_services,
    load_sources,
)

INTRODUCTION = """\
# Data dictionary

Made by `python -m data.build document` from `data/schema.sql`, `data/services.toml`,
`data/measures/`, `data/frameworks/` and `data/sources/`, and for payments from `data/ledger.sql`
and `data/payments/`; change those, not this file.

What is where: [tables](#tables) · [tables of payments](#tables-of-payments) ·
[services](#services) · [measures](#measures) · [frameworks](#frameworks) · [sources](#sources) ·
[sources of payments](#sources-of-payments)
"""
GLOSSARY = """\
# Glossary

Made by `python -m data.build document` from `data/glossary.toml` and `data/services.toml`;
change those, not this file.

| in plain words | in official words | what is meant |
|---|---|---|
"""
POLARITY = {"higher": "Higher is better", "lower": "Lower is better", "neither": "Neither"}
INTERVALS = {
    "published": "as published",
    "wilson": "Wilson score",
    "byar": "Byar's method",
    "none": "none",
}
HELD = {
    "exact": "the metric itself",
    "derived": "the metric, worked out here",
    "near": "what is near",
    "no_metric": "the nearest",
}


def dictionary() -> str:
    """The whole text of docs/data.md."""
    services = load_services(paths.SERVICES)
    families = load_families(paths.MEASURES).values()
    measures = [measure for family in families for measure in family.measures]
    with duckdb.connect() as database:
        for contract in (*paths.CONTRACT, paths.LEDGER_CONTRACT):
            database.execute(contract.read_text("utf-8"))
        tables, payments = list(_tables(database, "main")), list(_tables(database, "ledger"))
    parts = [INTRODUCTION, "## Tables\n", *tables]
    parts += ["## Tables of payments\n", *payments, "## Services\n", *_services(services)]
    parts += ["## Measures\n", *_measures(measures, services)]
    parts += ["## Frameworks\n", *map(_framework, load_frameworks(paths.FRAMEWORKS))]
    parts += ["## Sources\n", *(_source(one) for one in load_sources(paths.SOURCES).values())]
    parts += ["## Sources of payments\n", *map(_series, load_publishers(paths.PUBLISHERS).values())]
    return "\n".join(parts)


def glossary() -> str:
    """The whole text of docs/glossary.md: the field's words, then the services."""
    with paths.GLOSSARY.open("rb") as file:
        words = tomllib.load(file)["word"]
    rows = [(word["plain"], word["official"], word["meaning"]) for word in words]
    services = load_services(paths.SERVICES)
    rows += [(one.plain_name, one.official_name, one.explanation) for one in services]
    lines = [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    return GLOSSARY + "\n".join(lines) + "\n"


def words_of_columns(database: duckdb.DuckDBPyConnection) -> dict[tuple[str, str, str], str]:
    """(schema, table, column) -> its words. A name is described once and means the same everywhere.

    A column without a comment of its own has that of the first table of its schema that comments
    the name, else of the first table of all; "" where none does.
    """
    rows = database.execute(
        "SELECT schema_name, table_name, column_name, coalesce(comment, '') FROM duckdb_columns() "
        "WHERE NOT internal ORDER BY table_oid, column_index"
    ).fetchall()
    first: dict[tuple[str, str], str] = {}
    for schema, _, column, words in rows:
        if words:
            first.setdefault((schema, column), words)
            first.setdefault(("", column), words)
    return {
        (schema, table, column): words or first.get((schema, column)) or first.get(("", column), "")
        for schema, table, column, words in rows
    }


def _tables(database: duckdb.DuckDBPyConnection, schema: str) -> Iterator[str]:
    words = words_of_columns(database)
    described = database.execute(
        "SELECT table_name, coalesce(comment, ''), table_oid AS position FROM duckdb_tables() "
        "WHERE schema_name = $schema UNION ALL "
        "SELECT view_name, coalesce(comment, ''), view_oid FROM duckdb_views() "
        "WHERE NOT internal AND schema_name = $schema ORDER BY position",
        {"schema": schema},
    ).fetchall()
    types = database.execute(
        "SELECT table_name, column_name, data_type FROM duckdb_columns() "
        "WHERE schema_name = $schema ORDER BY table_oid, column_index",
        {"schema": schema},
    ).fetchall()
    for table, comment, _ in described:
        yield f"### {table if schema == 'main' else f'{schema}.{table}'}\n\n{comment}\n"
        yield "| column | type | meaning |\n|---|---|---|"
        for of, column, kind in types:
            if of == table:
                yield f"| {column} | {kind} | {_cell(words[schema, table, column])} |"
        yield ""


def _services(services: list[Service]) -> Iterator[str]:
    yield "| service | in plain words | in official words | what it is | run by |"
    yield "|---|---|---|---|---|"
    for one in services:
        classes = sorted({name for names in one.groups.values() for name in names})
        run_by = ", ".join(name.replace("_", " ") for name in [*classes, *sorted(one.councils)])
        texts = [one.service, one.plain_name, one.official_name, one.explanation, run_by]
        yield f"| {' | '.join(map(_cell, texts))} |"
    yield ""


def _measures(measures: list[Measure], services: list[Service]) -> Iterator[str]:
    for service in services:
        chosen = [one for one in measures if one.service == service.service]
        if chosen:
            yield f"### {service.plain_name}: measures\n"
            yield from map(_measure, chosen)


def _measure(one: Measure) -> str:
    lines = [
        f"#### {one.slug}\n",
        f"{one.question} **{one.title}** (officially: {one.official_title}).\n",
        f"- {one.kind} of the {one.describes}, {one.unit}; {POLARITY[one.polarity].lower()}",
        f"- numerator: {one.numerator}",
        f"- denominator: {one.denominator}{_least(one)}",
        f"- 95% limits: {INTERVALS[one.interval_method]}",
        f"- nations: {', '.join(one.nations)}",
        f"- sources: {', '.join(f'[{source}](#{source})' for source in one.sources)}",
    ]
    if one.comparable_from:
        lines.append(f"- comparable from {one.comparable_from}")
    if one.breaks:
        lines.append(f"- the series starts anew at {', '.join(one.breaks)}")
    lines += [f"- {caveat}" for caveat in one.caveats]
    return "\n".join(lines) + "\n"


def _least(one: Measure) -> str:
    return f" (at least {one.min_denominator:g})" if one.min_denominator else ""


def _framework(one: Framework) -> str:
    lines = [
        f"### {one.title}\n",
        f"{one.about} {one.publisher}, {one.published}; [its page]({one.landing_url}).\n",
        *(f"- {caution}" for caution in one.cautions),
    ]
    for outcome in one.outcome:
        lines += [f"\n#### {outcome.outcome} {outcome.title}: {outcome.ambition}\n"]
        lines += ["| metric | in plain words | in official words | asked of | here |"]
        lines += ["|---|---|---|---|---|"]
        metrics = [metric for metric in one.metric if metric.outcome == outcome.outcome]
        lines += [f"| {' | '.join(map(_cell, _metric(one, metric)))} |" for metric in metrics]
    return "\n".join(lines) + "\n"


def _metric(framework: Framework, one: Metric) -> list[str]:
    page = f"[{one.publisher}]({one.landing_url or framework.landing_url})"
    figures = [
        f"[{of.measure}](#{of.measure})" if of.measure else f"context: {of.indicator}"
        for of in one.figure
    ]
    here = f"not held: {page}" if one.held == "not_held" else f"{HELD[one.held]}: "
    words = one.official_title or "none is set"
    return [one.metric, one.title, words, one.level.replace("_", " "), here + ", ".join(figures)]


def _source(one: Source) -> str:
    lines = [
        f"### {one.slug}\n",
        f"**{one.title}.** {one.about}\n",
        f"- {one.publisher}, {one.published}; [landing page]({one.landing_url})",
        f"- licence: {LICENCES[one.licence]}; use: {one.use}",
        f"- coverage: {one.coverage}",
        f"- files: {len(one.file)}",
        *(f"- {problem}" for problem in one.known_problems),
    ]
    return "\n".join(lines) + "\n"


def _series(one: Publisher) -> str:
    threshold = f"from £{one.threshold_gbp}" if one.threshold_gbp else "of any amount"
    lines = [
        f"### {one.source}\n",
        f"**{one.title}.** {one.about}\n",
        f"- {one.publisher}, {one.published}; [landing page]({one.landing_url})",
        f"- licence: {LICENCES[one.licence]}; use: {one.as_source()['use']}",
        f"- coverage: {one.coverage}; payments {threshold}; {one.level.replace('_', ' ')}",
        "- files: `data/payments/files.csv`",
        *(f"- {problem}" for problem in one.known_problems),
    ]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
