"""Values of a measure: the SQL that made them, and the published rows that they are made of."""

import math
import re
from collections.abc import Iterator

import polars as pl

from data.build.lineage import datasets_of
from data.build.records import Family
from data.build.tracing.finding import Tracer, about_files, about_source, cut
from data.build.tracing.money import source_cell
from data.build.tracing.pointing import Cell, number, row_of
from data.build.tracing.remaking import Published, Row, Wanted, parts_of, rows_of

PARTS = ("value", "numerator", "denominator", "lower", "upper")
# Tables of the contract whose rows carry the cell that they come from.
WITH_CELLS = {"spending": "value_gbp", "finance": "value"}


def measured(tracer: Tracer, place: Row, measure: str, period: str) -> Iterator[str]:
    """Lines for one value; see ``trace``."""
    where = "measure = $measure AND council = $council"
    takes = {"measure": measure, "council": place["council"]}
    period = tracer.period("value", where, takes, period)
    value = tracer.one(f"FROM value WHERE {where} AND period = $period", **takes, period=period)
    about = tracer.one("FROM measure WHERE measure = $measure", measure=measure)
    yield f"{place['name']} ({place['council']}), {about['title']}, {period}"
    yield from _figure(value, about)
    family = tracer.families[about["family"]]
    yield f"  made by   data/measures/{family.slug}.sql, from data/measures/{family.slug}.toml"
    for table in sorted(WITH_CELLS.keys() & _words(family.sql)):
        yield from _of_table(tracer, table, value)
    if "population" in _words(family.sql):
        yield from _residents(tracer, value)
    yield from _published(tracer, family, value)


def _words(sql: str) -> set[str]:
    return set(re.findall(r"\b(?:FROM|JOIN) ([a-z_]+)\b", sql))


def _of_table(tracer: Tracer, table: str, value: Row) -> Iterator[str]:
    """The rows of spending or finance that say the value or a part of it, each with its cell."""
    amount = WITH_CELLS[table]
    takes = {"council": value["council"], "period": value["period"]}
    rows = tracer.rows(f"FROM {table} WHERE council = $council AND period = $period", **takes)
    for row in rows:
        same = [p for p in PARTS if value[p] is not None and value[p] == row[amount]]
        if same:
            yield f"  {' and '.join(same)} from the table {table}: {_item(row)}"
            yield from source_cell(tracer, row, row[amount])


def _item(row: Row) -> str:
    return ", ".join(str(row[name]) for name in ("service", "component", "line") if name in row)


def _residents(tracer: Tracer, value: Row) -> Iterator[str]:
    """Where the figure is divided by the residents: who counted them."""
    row = tracer.one(
        "FROM population JOIN period ON period = $period AND year = year(starts) "
        "WHERE council = $council AND residents = $denominator",
        **{name: value[name] for name in ("council", "period", "denominator")},
    )
    if row:
        yield (
            f"  denominator from the table population: residents mid-{row['year']} (trace them "
            f"with: residents {row['year']})"
        )


def _figure(value: Row, about: Row) -> Iterator[str]:
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


def _published(tracer: Tracer, family: Family, value: Row) -> Iterator[str]:
    """The files and rows that the figure is made of."""
    source = value["source"] or _first_source(tracer, value["measure"])
    wanted = list(_wanted(tracer, family, value))
    datasets = {name for one in wanted for name in datasets_of(one.sql)}
    if not datasets:
        if not WITH_CELLS.keys() & _words(family.sql):
            yield f"  source    {tracer.sources[source].title} ({source})"
        return
    if tracer.mirror is None:
        yield from files_of(tracer, datasets, source)
        return
    member = pl.DataFrame({"measure": [m.slug for m in family.measures], "key": _keys(family)})
    found = [row for one in wanted for row in rows_of(tracer, one, member)]
    yield from listed(tracer, found, value)
    if not found:
        yield from files_of(tracer, datasets, source)
        yield "  rows      none of the files says it: see the SQL, and the note or the status"


def _first_source(tracer: Tracer, measure: str) -> str:
    """Where a figure would come from that is not there."""
    sql = "SELECT source FROM measure_source WHERE measure = $measure ORDER BY 1"
    return str(tracer.one(sql, measure=measure)["source"])


def _keys(family: Family) -> list[str]:
    return [one.key for one in family.measures]


def _wanted(tracer: Tracer, family: Family, value: Row) -> Iterator[Wanted]:
    """How the figure is made: by the family's SQL, or by that of the table that it reads."""
    near, periods = tracer.near(value["council"], value["joint_lead"]), tracer.within(value)
    if "delivery" not in _words(family.sql):
        where = {name: value[name] for name in ("measure", "council", "period")}
        parts = PARTS if value["value"] is not None else ("value", "status")
        expected = {name: value[name] for name in parts}
        yield Wanted(family.sql, where, expected, near, periods)
        return
    key = next(one.key for one in family.measures if one.slug == value["measure"])
    service, models = key.split("|")
    for model in models.split(","):
        where = {"council": value["council"], "period": value["period"]}
        where |= {"delivery_service": service, "model": model}
        row = tracer.one(
            "FROM delivery WHERE council = $council AND period = $period "
            "AND delivery_service = $delivery_service AND model = $model",
            **where,
        )
        if row:
            tables = {table.name for table in tracer.sources[row["source"]].table}
            expected = {name: row[name] for name in ("value", "total", "status")}
            for sql in parts_of("delivery", tables):
                yield Wanted(sql, where, expected, near, periods)


def files_of(tracer: Tracer, datasets: set[str], source: str) -> Iterator[str]:
    """The files of a source that datasets are read from."""
    record = tracer.sources[source]
    named = [
        path
        for reading in record.table
        if reading.name in datasets
        for path in reading.files or [file.path for file in record.file]
    ]
    yield from about_files(tracer, source, list(dict.fromkeys(named)))


def listed(tracer: Tracer, found: list[Published], value: Row) -> Iterator[str]:
    """Each file once, and below it the cells of its rows that say the value or a part of it."""
    unique = {(one.path, one.reading.name, *_stands(one)): one for one in found}
    shown = list(unique.values())[: tracer.most]
    for source, path in dict.fromkeys((one.source, one.path) for one in shown):
        yield from about_source(tracer, source, path)
        for one in shown:
            if one.path == path:
                yield from _point(tracer, one, value)
    yield from cut(tracer, len(unique), "rows")


def _stands(one: Published) -> tuple[object, ...]:
    return one.reading.sheet, one.row["source_row"], one.row.get("source_column")


def _point(tracer: Tracer, one: Published, value: Row) -> Iterator[str]:
    """The cells of a published row that say the value or a part of it, or else the row."""
    row, reading = one.row, one.reading
    local = tracer.local(one.source, one.path)
    cells = row_of(local, reading, row["source_row"]) if local else []
    if row.get("source_column"):
        cells = [cell for cell in cells if cell.column == row["source_column"]]
    marked = [(cell, part) for cell in cells if (part := _part(cell, value))]
    for cell, part in marked:
        yield f"  cell      {cell}, the {part}"
    if not marked and row.get("source_column") and cells:
        yield f"  cell      {cells[0]}"
    elif not marked:
        sheet = f"sheet {reading.sheet!r}, " if reading.sheet else ""
        texts = [row.get("period"), row.get("item"), row.get("header")]
        texts += [f"{name} {row[name]:g}" for name in reading.numbers if row[name] is not None]
        says = ", ".join(str(text) for text in texts if text)
        yield f"  row       {sheet}row {row['source_row']}: {says}"


def _part(cell: Cell, value: Row) -> str:
    """Which part of the value a cell says, if any."""
    says = number(cell.says)
    same = [part for part in PARTS if _says(says, value.get(part))]
    if same:
        return " and ".join(same) + (", in thousands" if says != value[same[0]] else "")
    of_one = [part for part in PARTS if says and _close(says * 100, value.get(part))]
    return " and ".join(of_one) + (", as a share of 1" if of_one else "")


def _says(says: float | None, part: float | None) -> bool:
    """Whether a published number is a part of the value, as it is or in thousands."""
    if says is None or part is None:
        return False
    return says == part or (says != 0 and _close(says * 1000, part))


def _close(one: float, part: float | None) -> bool:
    return part is not None and math.isclose(one, part, rel_tol=1e-9)
