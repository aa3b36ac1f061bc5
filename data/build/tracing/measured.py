"""Values of a measure: the SQL that made them, and the published rows that it read."""

import re
from collections.abc import Iterator

import polars as pl

from data.build.readers import READERS
from data.build.records import Reading
from data.build.resolve import resolve
from data.build.tracing.finding import Tracer, about_source
from data.build.tracing.pointing import Cell, number, row_of

PARTS = ("value", "numerator", "denominator", "lower", "upper")
MOST_ROWS = 6


def measured(tracer: Tracer, place: dict, measure: str, period: str) -> Iterator[str]:
    """Lines for one value; see ``trace``."""
    where = "measure = $measure AND council = $council"
    takes = {"measure": measure, "council": place["council"]}
    value = tracer.one(f"FROM value WHERE {where} AND period = $period", **takes, period=period)
    if not value:
        raise tracer.no_figure("value", where, takes, period)
    about = tracer.one("FROM measure WHERE measure = $measure", measure=measure)
    yield f"{place['name']} ({place['council']}), {about['title']}, {period}"
    yield from _figure(value, about)
    family = tracer.families[about["family"]]
    yield f"  made by   data/measures/{family.slug}.sql, from data/measures/{family.slug}.toml"
    key = next(one.key for one in family.measures if one.slug == measure)
    links = tracer.rows(
        "SELECT source FROM measure_source WHERE measure = $measure ORDER BY 1", measure=measure
    )
    for source in (link["source"] for link in links):
        yield from _source(tracer, source, family.sql, value, key)


def _figure(value: dict, about: dict) -> Iterator[str]:
    if value["value"] is None:
        yield f"  no figure ({value['status']})"
    else:
        yield f"  value     {value['value']:.10g} {about['unit']} ({value['status']})"
    for part in ("numerator", "denominator"):
        if value[part] is not None:
            yield f"  {part:<12}{value[part]:.10g}: {about[part]}"
    if value["lower"] is not None:
        limits = f"{value['lower']:.6g} to {value['upper']:.6g}"
        yield f"  95% limits  {limits} ({about['interval_method']})"
    if value["note"]:
        yield f"  note      {value['note']}"


def _source(tracer: Tracer, source: str, sql: str, value: dict, key: str) -> Iterator[str]:
    datasets = set(re.findall(r"\braw\.(\w+)", sql))
    record = tracer.sources[source]
    readings = [table for table in record.table if table.name in datasets]
    if tracer.mirror is None or not readings:
        for path in dict.fromkeys(p for r in readings for p in _files(tracer, source, r)):
            yield from about_source(tracer, source, path)
        if not readings:
            yield f"  source    {record.title} ({source}), by way of {', '.join(_tables(sql))}"
        return
    found = _best(_rows(tracer, source, readings, value), value, key)
    for path in dict.fromkeys(reading_path for _, reading_path, _ in found):
        yield from about_source(tracer, source, path)
        for reading, where, row in found:
            if where == path:
                yield from _point(tracer, source, reading, path, row, value)


def _files(tracer: Tracer, source: str, reading: Reading) -> list[str]:
    return reading.files or [file.path for file in tracer.sources[source].file]


def _tables(sql: str) -> list[str]:
    return sorted(set(re.findall(r"\b(?:FROM|JOIN) ([a-z_]+)\b", sql)) - {"member"})


def _rows(tracer: Tracer, source: str, readings: list[Reading], value: dict) -> list[tuple]:
    """(reading, path, row) for every published row of the council and period."""
    places = tracer.database.sql("FROM place_code").pl()
    found = []
    for reading in readings:
        for path in _files(tracer, source, reading):
            frame = READERS[reading.reader](tracer.local(source, path), reading)
            kept = resolve(frame, reading, places, {}).kept
            for name in ("council", "period"):
                if name in kept.columns:
                    kept = kept.filter(pl.col(name) == value[name])
            found += [(reading, path, row) for row in kept.to_dicts()]
    return found


def _best(found: list[tuple], value: dict, key: str) -> list[tuple]:
    """The rows that name the measure's key or say one of its numbers, the fullest first."""
    tokens = {token for token in key.split("|") if token}

    def agreement(entry: tuple) -> tuple[int, int]:
        texts = {str(text) for text in entry[2].values() if text is not None}
        named = len(tokens & texts)
        numbers = {number(text) for text in texts}
        return named, sum(value[part] in numbers for part in PARTS if value[part] is not None)

    named = [entry for entry in found if agreement(entry)[0]] or found
    agreeing = [entry for entry in named if agreement(entry)[1]] or named
    return sorted(agreeing, key=agreement, reverse=True)[:MOST_ROWS]


def _point(
    tracer: Tracer, source: str, reading: Reading, path: str, row: dict, value: dict
) -> Iterator[str]:
    """The cells of a published row that say the value or a part of it."""
    cells = row_of(tracer.local(source, path), reading, row["source_row"])
    if row.get("source_column"):
        cells = [cell for cell in cells if cell.column == row["source_column"]]
    marked = [(cell, _part(cell, value)) for cell in cells if _part(cell, value)]
    for cell, part in marked:
        yield f"  cell      {cell}, the {part}"
    if not marked:
        sheet = f"sheet {reading.sheet!r}, " if reading.sheet else ""
        yield f"  row       {sheet}row {row['source_row']}"


def _part(cell: Cell, value: dict) -> str:
    """Which part of the value a cell says, if any."""
    says = number(cell.says)
    same = [p for p in PARTS if value[p] is not None and says is not None and value[p] == says]
    return " and ".join(same)
