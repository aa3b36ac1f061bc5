"""Values of a measure: the SQL that made them, and the published rows that it read."""

import math
import re
from collections.abc import Iterator

import polars as pl

from data.build import paths
from data.build.periods import Period
from data.build.readers import READERS
from data.build.records import Reading
from data.build.resolving import resolve
from data.build.tracing.finding import Tracer, about_source
from data.build.tracing.money import source_cell
from data.build.tracing.pointing import Cell, number, row_of

PARTS = ("value", "numerator", "denominator", "lower", "upper")
MOST_ROWS = 12
# Tables of the contract whose rows carry the cell that they come from.
WITH_CELLS = {"spending": "value_gbp", "finance": "value"}


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
    for table in sorted(WITH_CELLS.keys() & _words(family.sql)):
        yield from _of_table(tracer, table, value)
    links = tracer.rows(
        "SELECT source FROM measure_source WHERE measure = $measure ORDER BY 1", measure=measure
    )
    for source in (link["source"] for link in links):
        yield from _source(tracer, source, _with_tables(family.sql), value, key)


def _with_tables(sql: str) -> str:
    """The SQL and that of the contract table it reads, which names the published datasets."""
    if "delivery" not in _words(sql):
        return sql
    return "\n".join([sql, *(p.read_text("utf-8") for p in paths.TABLES.glob("delivery.*.sql"))])


def _words(sql: str) -> set[str]:
    return set(re.findall(r"\b(?:FROM|JOIN) ([a-z_]+)\b", sql))


def _of_table(tracer: Tracer, table: str, value: dict) -> Iterator[str]:
    """The rows of spending or finance that say the value or a part of it, each with its cell."""
    amount = WITH_CELLS[table]
    takes = {"council": value["council"], "period": value["period"]}
    rows = tracer.rows(f"FROM {table} WHERE council = $council AND period = $period", **takes)
    for row in rows:
        same = [p for p in PARTS if value[p] is not None and value[p] == row[amount]]
        if same:
            yield f"  {' and '.join(same)} from the table {table}: {_item(row)}"
            yield from source_cell(tracer, row, row[amount])


def _item(row: dict) -> str:
    return ", ".join(str(row[name]) for name in ("service", "component", "line") if name in row)


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
    if not readings:
        if not WITH_CELLS.keys() & _words(sql):
            yield f"  source    {record.title} ({source})"
        return
    if tracer.mirror is None:
        for path in dict.fromkeys(p for r in readings for p in _files(tracer, source, r)):
            yield from about_source(tracer, source, path)
        return
    found = _best(_rows(tracer, source, readings, value), value, key)
    for path in dict.fromkeys(reading_path for _, reading_path, _ in found):
        yield from about_source(tracer, source, path)
        for reading, where, row in found:
            if where == path:
                yield from _point(tracer, source, reading, path, row, value)


def _files(tracer: Tracer, source: str, reading: Reading) -> list[str]:
    return reading.files or [file.path for file in tracer.sources[source].file]


def _rows(tracer: Tracer, source: str, readings: list[Reading], value: dict) -> list[tuple]:
    """(reading, path, row) for every published row of the council and of time in the period."""
    places = tracer.database.sql("FROM place_code").pl()
    span = tracer.one("FROM period WHERE period = $period", period=value["period"])
    found = []
    for reading in readings:
        for path in _files(tracer, source, reading):
            frame = READERS[reading.reader](tracer.local(source, path), reading)
            known: dict[str, Period] = {}
            kept = resolve(frame, reading, places, known).kept
            if "council" in kept.columns:
                kept = kept.filter(pl.col("council") == value["council"])
            if "period" in kept.columns:
                # A year may be the sum of its quarters.
                within = [
                    label
                    for label, one in known.items()
                    if span["starts"] <= one.starts and one.ends <= span["ends"]
                ]
                kept = kept.filter(pl.col("period").is_in(within))
            found += [(reading, path, row) for row in kept.to_dicts()]
    return found


def _best(found: list[tuple], value: dict, key: str) -> list[tuple]:
    """The rows that name the measure's key or say one of its numbers, the fullest first."""
    tokens = {token for token in key.split("|") if token}

    def agreement(entry: tuple) -> tuple[int, int]:
        texts = {str(text) for text in entry[2].values() if text is not None}
        named = len(tokens & texts)
        numbers = [number(text) for text in texts]
        return named, sum(any(_says(n, value[part]) for n in numbers) for part in PARTS)

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
        texts = [row.get("period"), row.get("item"), row.get("header")]
        texts += [f"{name} {row[name]}" for name in reading.numbers]
        yield f"  row       {sheet}row {row['source_row']}: {', '.join(filter(None, texts))}"


def _part(cell: Cell, value: dict) -> str:
    """Which part of the value a cell says, if any."""
    says = number(cell.says)
    same = [part for part in PARTS if _says(says, value[part])]
    thousands = bool(same) and says != value[same[0]]
    return " and ".join(same) + (", in thousands" if thousands else "")


def _says(says: float | None, part: float | None) -> bool:
    """Whether a published number is a part of the value, as it is or in thousands."""
    if says is None or part is None:
        return False
    return says == part or (says != 0 and math.isclose(says * 1000, part, rel_tol=1e-9))
