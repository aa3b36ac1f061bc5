"""What a place is like: its residents and the indicators of context, back to published rows."""

from collections.abc import Iterator

from data.build.tracing.finding import TraceError, Tracer
from data.build.tracing.measure_values import files_of, listed
from data.build.tracing.remaking import Row, Wanted, datasets_of, parts_of, rows_of


def residents(tracer: Tracer, place: Row, period: str) -> Iterator[str]:
    """Residents at mid-year, of a year (2019) or of a financial year (2019-20: mid-2019)."""
    year = period[:4]
    takes = {"council": place["council"]}
    known = [row["year"] for row in tracer.rows(
        "SELECT year FROM population WHERE council = $council ORDER BY 1", **takes)]  # fmt: skip
    if not year.isdigit() or int(year) not in known:
        years = f"{known[0]} to {known[-1]}" if known else "none"
        raise TraceError(f"There is no row for {period}. Years: {years}.")
    where = takes | {"year": int(year)}
    row = tracer.one("FROM population WHERE council = $council AND year = $year", **where)
    yield f"{place['name']} ({place['council']}), residents, mid-{year}"
    yield f"  value     {row['residents']:,} people"
    value = row | {"value": row["residents"]}
    yield from _rows(tracer, "population", value, where, {"residents": row["residents"]}, None)


def context(tracer: Tracer, place: Row, indicator: str, period: str) -> Iterator[str]:
    """An indicator of what kind of place it is."""
    where = "council = $council AND indicator = $indicator"
    takes = {"council": place["council"], "indicator": indicator}
    period = tracer.period("context", where, takes, period)
    row = tracer.one(f"FROM context WHERE {where} AND period = $period", **takes, period=period)
    about = tracer.one("FROM context_indicator WHERE indicator = $i", i=indicator)
    yield f"{place['name']} ({place['council']}), {about['plain_name']}, {period}"
    yield f"  value     {row['value']:,.10g} {about['unit']}"
    within = tracer.within(row)
    expected = {"value": row["value"]}
    yield from _rows(tracer, "context", row, takes | {"period": period}, expected, within)


def _rows(
    tracer: Tracer, table: str, value: Row, where: Row, expected: Row, periods: list[str] | None
) -> Iterator[str]:
    datasets = {reading.name for reading in tracer.sources[value["source"]].table}
    near = tracer.near(value["council"])
    for sql in parts_of(table, datasets):
        read = datasets & datasets_of(sql)
        if tracer.mirror is None:
            yield from files_of(tracer, read, value["source"])
            return
        found = rows_of(tracer, Wanted(sql, where, expected, near, periods))
        if found:
            yield from listed(tracer, found, value)
            return
    yield from files_of(tracer, datasets, value["source"])
    yield "  rows      none of the files says it"
