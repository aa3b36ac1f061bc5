"""Figures that carry their own source cell: spending, and where the money comes from."""

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.build.records import Reading
from data.build.tracing.catalogue import COMPONENTS
from data.build.tracing.finding import Tracer, about_source
from data.build.tracing.pointing import Where, cell, number


def spending(
    tracer: Tracer, place: dict[str, Any], service: str, part: str, period: str
) -> Iterator[str]:
    """Lines for what a service cost, or for a part of it; see ``trace``."""
    where = "council = $council AND service = $service AND component = $part"
    takes = {"council": place["council"], "service": service, "part": part}
    period = tracer.period("spending_per_head", where, takes, period)
    figure = tracer.one(
        f"FROM spending_per_head WHERE {where} AND period = $period", **takes, period=period
    )
    title = tracer.one("FROM service WHERE service = $service", service=service)["plain_name"]
    yield f"{place['name']} ({place['council']}), {title}, {period}: {COMPONENTS[part]}"
    yield from _arithmetic(tracer, place["council"], figure)
    for row in _rows(tracer, place["council"], service, part, period):
        if row["service"] != service:
            amount = f"{abs(row['value_gbp']):,.2f}"
            yield f"  of which {row['service']}: {'-' if row['value_gbp'] < 0 else ''}£{amount}"
        yield from source_cell(tracer, row, row["value_gbp"])


def _rows(
    tracer: Tracer, council: str, service: str, part: str, period: str
) -> list[dict[str, Any]]:
    """The row of a service; of what a council decides on, every line that is in the sum."""
    own = "service = $service"
    if service == "decided":
        own = (
            "value_gbp IS NOT NULL AND service <> 'total' AND $service IS NOT NULL AND service IN "
            "(SELECT service FROM service WHERE not_decided_because IS NULL)"
        )
    where = f"{own} AND council = $council AND period = $period"
    return tracer.rows(
        f"FROM spending WHERE {where} AND component = $part ORDER BY service",
        council=council,
        service=service,
        part=part,
        period=period,
    )


def _arithmetic(tracer: Tracer, council: str, figure: dict[str, Any]) -> Iterator[str]:
    """From pounds of the year to pounds per head in today's prices, to the penny."""
    if figure["note"]:
        yield f"  note                {figure['note']}"
    if figure["value_gbp"] is None:
        yield f"There is no figure: {figure['status']}."
        return
    yield f"  cash                £{figure['value_gbp']:,.2f} ({figure['status']})"
    year = int(figure["period"][:4])
    people = tracer.one(
        "FROM population WHERE council = $council AND year = $year", council=council, year=year
    )
    if people:
        yield f"  residents mid-{year}  {people['residents']:,} (source {people['source']})"
        yield f"  per head            £{figure['per_head_gbp']:,.2f} = cash / residents"
    price = tracer.one("FROM deflator WHERE period = $period", period=figure["period"])
    if price:
        yield (
            f"  deflator            {price['index']:.12g}, {price['base']} = 100 "
            f"(source {price['source']})"
        )
        yield f"  real terms          £{figure['real_gbp']:,.2f} = cash x 100 / deflator"
    if people and price:
        yield (
            f"  real terms per head £{figure['real_per_head_gbp']:,.2f} "
            f"in {price['base']} prices: the figure on the page"
        )


def service_line(tracer: Tracer, place: dict[str, Any], line: str, period: str) -> Iterator[str]:
    """Lines for what a service is made of, net and in its parts, each with its cell."""
    where = "council = $council AND line = $line"
    takes = {"council": place["council"], "line": line}
    period = tracer.period("spending_line", where, takes, period)
    figures = tracer.rows(
        f"FROM spending_line WHERE {where} AND period = $period "
        "ORDER BY component <> 'net_current_expenditure', component",
        **takes,
        period=period,
    )
    title = tracer.one("FROM service_line WHERE line = $line", line=line)["plain_name"]
    for row in figures:
        part = COMPONENTS[row["component"]]
        yield f"{place['name']} ({place['council']}), {title}, {period}: {part}"
        amount = row["value_gbp"]
        shown = "no figure" if amount is None else f"£{amount:,.2f}".replace("£-", "-£")
        yield f"  {shown} ({row['status']})"
        if row["note"]:
            yield f"  note      {row['note']}"
        yield from source_cell(tracer, row, amount)


def finance(tracer: Tracer, place: dict[str, Any], line: str, period: str) -> Iterator[str]:
    where = "council = $council AND line = $line"
    takes = {"council": place["council"], "line": line}
    period = tracer.period("finance", where, takes, period)
    figures = tracer.rows(
        f"FROM finance WHERE {where} AND period = $period ORDER BY basis", **takes, period=period
    )
    title = tracer.one("FROM finance_line WHERE line = $line", line=line)["plain_name"]
    for row in figures:
        yield f"{place['name']} ({place['council']}), {title}, {period}: {row['basis']}"
        shown = "no figure" if row["value"] is None else f"{row['value']:,.2f} {row['unit']}"
        yield f"  {shown} ({row['status']})"
        yield from source_cell(tracer, row, row["value"])


def source_cell(tracer: Tracer, row: dict[str, Any], value: float | None) -> Iterator[str]:
    """File, cell, address and licence of a row that carries its own source cell."""
    source, path = row["source"], row["source_file"]
    yield from about_source(tracer, source, path)
    where = Where.read(row["source_row"], row["source_column"])
    local = tracer.local(source, path)
    if local is None:
        yield f"  cell      {where} (give --mirror DIR to see what it says)"
    elif not where.columns:
        yield f"  cells     {where}"
    else:
        yield from _shown(local, tracer.readings(source, path), where, value)


def _shown(
    local: Path, readings: list[Reading], where: Where, value: float | None
) -> Iterator[str]:
    """What each cell says; of several ways to read the file, the one that finds most of them."""
    candidates = [
        [cell(local, where.within(reading), where.row, column) for column in where.columns]
        for reading in readings
    ]
    found = max((list(filter(None, cells)) for cells in candidates), key=len, default=[])
    if not found:
        yield f"  cell      {where}: empty"
    for one in found:
        yield f"  cell      {one}{_scale(number(one.says), value)}"
    if len(found) > 1:
        yield f"  together  {where.written.rpartition('!')[2]}"


def _scale(says: float | None, value: float | None) -> str:
    if says and value and math.isclose(abs(says) * 1000, abs(value), rel_tol=1e-9):
        return ", thousand pounds"
    return ""
