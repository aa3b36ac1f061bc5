"""What an edition changed against the one before it, kept in the edition as ``edition_change``.

The edition before is the one that the build is about to replace. A build that gives the same
figures again keeps what that edition told: two builds are alike, and a word mended forgets nothing.
"""

from pathlib import Path

import duckdb

from data.build.contract import create_contract
from sql_text import quoted

# kind -> its table; key of the series; what else tells its figures apart; council; period; figure.
TOLD = {
    "measure": ("value", "measure", "''", "council, period", "value", "true"),
    "spending": (
        "spending",
        "service",
        "''",
        "council, period",
        "value_gbp",
        "component = 'net_current_expenditure'",
    ),
    "spending_line": (
        "spending_line",
        "line",
        "''",
        "council, period",
        "value_gbp",
        "component = 'net_current_expenditure'",
    ),
    "finance": ("finance", "line", "basis || ' ' || unit", "council, period", "value", "true"),
    "population": (
        "population",
        "'residents'",
        "''",
        "council, CAST(year AS VARCHAR) AS period",
        "residents",
        "true",
    ),
    "context": ("context", "indicator", "''", "council, period", "value", "true"),
    "delivery": ("delivery", "delivery_service", "model", "council, period", "value", "true"),
}
# Of what a council's own rows tell: what its page shows. The rest is told for all together.
OF_COUNCILS = ("measure", "spending", "finance", "population")
FIGURES = (
    "SELECT '{kind}' AS kind, {series} AS series, {part} AS part, {key}, "
    "CAST({figure} AS DOUBLE) AS figure FROM {table} WHERE {figure} IS NOT NULL AND {which}"
)
NOTHING_HELD = (
    "SELECT NULL::VARCHAR AS kind, NULL::VARCHAR AS series, NULL::VARCHAR AS part, "
    "NULL::VARCHAR AS council, NULL::VARCHAR AS period, NULL::DOUBLE AS figure WHERE false"
)
# "Year to June 2024" begins with a word: periods are in the order of their years.
BY_YEAR = r"(regexp_extract(period, '\d{4}'), period)"
CHANGES = """
WITH pair AS (
    SELECT kind, series, council, period, b.figure AS old, n.figure AS new
    FROM ({before}) b FULL JOIN ({now}) n USING (kind, series, part, council, period)
), of_series AS (
    SELECT kind, series, count(old) AS old, count(new) AS new FROM pair GROUP BY ALL
), of_period AS (
    SELECT kind, series, period, count(old) AS old, count(new) AS new FROM pair GROUP BY ALL
), told AS (
    SELECT p.*,
           CASE WHEN s.old = 0 THEN 'new_series' WHEN s.new = 0 THEN 'gone_series'
                WHEN t.old = 0 THEN 'new_period' WHEN p.old IS NULL THEN 'added'
                WHEN p.new IS NULL THEN 'dropped'
                WHEN abs(p.new - p.old) > 1e-9 * greatest(abs(p.new), abs(p.old)) THEN 'revised'
           END AS change,
           abs(p.new - p.old) / nullif(greatest(abs(p.new), abs(p.old)), 0) AS moved
    FROM pair p JOIN of_series s USING (kind, series) JOIN of_period t USING (kind, series, period)
), all_of_them AS (
    SELECT NULL::VARCHAR AS council, kind, series, change, CAST(count(*) AS INTEGER) AS figures,
           CAST(count(DISTINCT council) AS INTEGER) AS councils,
           arg_min(period, {year}) AS first_period, arg_max(period, {year}) AS last_period,
           NULL::VARCHAR AS period, NULL::DOUBLE AS before, NULL::DOUBLE AS now
    FROM told WHERE change IS NOT NULL
    -- A row a new period, so that whose figures it brought is found in the tables.
    GROUP BY kind, series, change, CASE change WHEN 'new_period' THEN period END
), of_council AS (
    SELECT council, kind, series, change, CAST(count(*) AS INTEGER) AS figures, 1 AS councils,
           arg_min(period, {year}) AS first_period, arg_max(period, {year}) AS last_period,
           CASE change WHEN 'revised' THEN arg_max(period, (moved, period)) END AS period,
           CASE change WHEN 'revised' THEN arg_max(old, (moved, period)) END AS before,
           CASE change WHEN 'revised' THEN arg_max(new, (moved, period)) END AS now
    FROM told JOIN (SELECT council FROM {councils}) USING (council)
    WHERE change IN ('added', 'dropped', 'revised') AND kind IN {of_councils}
    GROUP BY council, kind, series, change
)
FROM all_of_them UNION ALL FROM of_council
"""


def record_changes(
    database: duckdb.DuckDBPyConnection, folder: Path, now_in: Path | None = None
) -> str:
    """Fill edition_change and edition.before against the edition in ``folder``; says what it did.

    The figures of now are the database's, or those of the edition in ``now_in``. Where there is
    no edition before, or it is the same and knew none, nothing is told.
    """
    before = _name_in(folder)
    ((now,),) = database.execute("SELECT name FROM edition").fetchall()
    if before is None:
        return "There is no earlier edition here: what changed is not known"
    if before == now:
        return _take_over(database, folder)
    _fill(database, folder, now_in)
    ((rows,),) = database.execute("SELECT count(*) FROM edition_change").fetchall()
    if not rows and _tells(folder):
        # Other words or a table more give it another name: its figures are the same.
        return _take_over(database, folder)
    _say_before(database, before)
    return f"What changed since edition {before}: {rows:,} rows"


def keep_changes(folder: Path, before: Path) -> str:
    """Write what the edition in ``folder`` changed against the one in ``before`` into it."""
    with duckdb.connect() as database:
        database.execute("SET threads = 1")
        create_contract(database)
        database.execute(f"INSERT INTO edition BY NAME FROM {quoted(folder / 'edition.parquet')}")
        said = record_changes(database, before, now_in=folder)
        for table in ("edition", "edition_change"):
            database.execute(
                f"COPY (FROM {table} ORDER BY ALL) TO {quoted(folder / f'{table}.parquet')} "
                "(FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19)"
            )
    return said


def _fill(database: duckdb.DuckDBPyConnection, before: Path, now: Path | None) -> None:
    sql = CHANGES.format(
        before=_figures(before),
        now=_figures(now),
        councils="council" if now is None else quoted(now / "council.parquet"),
        of_councils=OF_COUNCILS,
        year=BY_YEAR,
    )
    database.execute(f"INSERT INTO edition_change BY NAME ({sql})")


def _figures(folder: Path | None) -> str:
    """All figures of the working database, or of an edition; a table it lacks is empty."""
    parts = []
    for kind, (table, series, part, key, figure, which) in TOLD.items():
        place = table if folder is None else quoted(folder / f"{table}.parquet")
        if folder is not None and not (folder / f"{table}.parquet").exists():
            parts.append(NOTHING_HELD)
            continue
        parts.append(
            FIGURES.format(
                kind=kind,
                series=series,
                part=part,
                key=key,
                figure=figure,
                table=place,
                which=which,
            )
        )
    return " UNION ALL BY NAME ".join(parts)


def _take_over(database: duckdb.DuckDBPyConnection, folder: Path) -> str:
    """The same edition again: it tells what it told."""
    file = folder / "edition_change.parquet"
    if file.exists():
        database.execute(f"INSERT INTO edition_change BY NAME FROM {quoted(file)}")
        # The two came together, so the edition that has the one has the other.
        ((before,),) = database.execute(
            f"SELECT before FROM {quoted(folder / 'edition.parquet')}"
        ).fetchall()
        _say_before(database, before)
    return "No figure differs from the edition that was there: it tells the same changes"


def _tells(folder: Path) -> bool:
    file = folder / "edition_change.parquet"
    if not file.exists():
        return False
    with duckdb.connect() as database:
        return bool(database.execute(f"FROM {quoted(file)} LIMIT 1").fetchall())


def _say_before(database: duckdb.DuckDBPyConnection, name: str | None) -> None:
    database.execute("UPDATE edition SET before = $name", {"name": name})


def _name_in(folder: Path) -> str | None:
    file = folder / "edition.parquet"
    if not file.exists():
        return None
    with duckdb.connect() as database:
        rows = database.execute(f"SELECT name FROM {quoted(file)}").fetchall()
    return str(rows[0][0]) if rows else None
