"""What a council paid in a period, to all or to one supplier, by file and line."""

from collections.abc import Iterator
from datetime import date

from data.build.records import LICENCES
from data.build.tracing.finding import TraceError, Tracer, cut
from data.build.tracing.remaking import Row

PAID = """
FROM ledger.payment p JOIN ledger.payment_file f USING (file)
JOIN ledger.supplier s USING (supplier) JOIN ledger.supplier_name n USING (published_name)
WHERE p.council = $council AND p.month BETWEEN $first AND $last
  AND ($slug IS NULL OR s.slug = $slug)
"""


def paid(tracer: Tracer, place: Row, slug: str | None, period: str) -> Iterator[str]:
    """Every line of a published file that is part of the sum; without ``slug`` every file."""
    first, last = _span(tracer, period)
    takes = {"council": place["council"], "first": first, "last": last, "slug": slug}
    total = tracer.one(f"SELECT count(*) AS number, sum(p.amount_pence) AS pence {PAID}", **takes)
    if not total["number"]:
        raise TraceError(_none(tracer, place, slug, period))
    whom = "all suppliers"
    if slug:
        whom = tracer.one("FROM ledger.supplier WHERE slug = $slug", slug=slug)["name"]
    yield f"{place['name']} ({place['council']}), paid to {whom}, {period}"
    yield f"  sum       {_gbp(total['pence'])} in {total['number']:,} payments, added up from lines"
    files = tracer.rows(
        "SELECT f.source, f.path, f.payments AS in_file, count(*) AS number, "
        f"sum(p.amount_pence) AS pence {PAID} GROUP BY ALL ORDER BY f.path",
        **takes,
    )
    left = tracer.most if tracer.most is not None else total["number"]
    shown = files if slug else files[: tracer.most]
    for file in shown:
        yield from _file(tracer, file)
        if slug and left > 0:
            lines = tracer.rows(
                "SELECT p.line, p.sheet, p.day, p.amount_pence AS pence, n.name AS says "
                f"{PAID} AND f.path = $path ORDER BY p.sheet, p.line",
                **takes,
                path=file["path"],
            )
            yield from (_line(one) for one in lines[:left])
            left -= len(lines)
    yield from cut(tracer, total["number"] if slug else len(files), "lines" if slug else "files")


def _file(tracer: Tracer, file: Row) -> Iterator[str]:
    about = tracer.one("FROM source WHERE source = $source", source=file["source"])
    where = tracer.one("FROM source_file WHERE path = $path", path=file["path"])
    yield f"  source    {about['title']} ({file['source']})"
    yield f"  publisher {about['publisher']}, {about['published']}"
    yield f"  file      {file['path']}"
    if where:
        yield f"  sha256    {where['sha256']}"
    yield f"  page      {about['landing_url']}"
    if where and where["url"]:
        yield f"  address   {where['url']}"
    yield f"  licence   {LICENCES[about['licence']]}"
    yield f"  of it     {file['number']:,} payments, {_gbp(file['pence'])}"


def _line(one: Row) -> str:
    sheet = f"sheet {one['sheet']!r}, " if one["sheet"] else ""
    day = one["day"] or "no day"
    return f"  line      {sheet}line {one['line']}: {day}, {_gbp(one['pence'])}, {one['says']!r}"


def _gbp(pence: int) -> str:
    return f"{'-' if pence < 0 else ''}£{abs(pence) / 100:,.2f}"


def _span(tracer: Tracer, period: str) -> tuple[date, date]:
    """First and last month: of a financial year, or of a month as 2020-06."""
    month = period.replace("/", "-").split("-")
    if len(month) == 2 and all(part.isdigit() for part in month) and len(month[0]) == 4:
        year, number = int(month[0]), int(month[1])
        if number == (year + 1) % 100:
            return date(year, 4, 1), date(year + 1, 3, 1)
        if 1 <= number <= 12:
            return date(year, number, 1), date(year, number, 1)
    raise TraceError(f"{period!r} is no year or month of payments: use 2020-21 or 2020-06.")


def _none(tracer: Tracer, place: Row, slug: str | None, period: str) -> str:
    """Says which years there are payments of."""
    years = tracer.rows(
        "SELECT DISTINCT year(month) - CASE WHEN month(month) < 4 THEN 1 ELSE 0 END AS y "
        "FROM ledger.payment JOIN ledger.supplier s USING (supplier) WHERE council = $council "
        "AND ($slug IS NULL OR s.slug = $slug) AND month IS NOT NULL ORDER BY 1",
        council=place["council"],
        slug=slug,
    )
    listed = ", ".join(f"{row['y']}-{(row['y'] + 1) % 100:02d}" for row in years)
    return f"No payment of {period} is held here. Years: {listed or 'none'}."
