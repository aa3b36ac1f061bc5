"""The figures of an assembled edition -> what may be said of them: tables ``judged.*``.

Made once, when the database is assembled, for every council and measure in the newest period and
every way of choosing peers, so that no page works a judgement out again.
"""

from collections.abc import Iterator

import duckdb
import polars as pl

from inference.comparison.judging import Law, judge
from inference.comparison.scale import scale_for
from inference.comparison.spread import Spread, spread_of, with_spread
from inference.comparison.stability import with_stability

Row = dict[str, object]
FIGURES = """
SELECT v.measure, v.period, v.council, v.real_value AS value, v.real_lower AS lower,
       v.real_upper AS upper, v.numerator, v.denominator, v.left_out_because, v.joint_lead,
       c.nation, r.comparison_group
FROM measure_value v
JOIN measure m USING (measure)
JOIN council c ON c.council = v.council AND c.class <> 'other'
JOIN responsibility r ON r.council = v.council AND r.service = m.service
SEMI JOIN newest_period n ON n.measure = v.measure AND n.period = v.period
WHERE v.measure = $measure
ORDER BY v.period, v.council
"""
PAIRS = """
SELECT p.model, p.council, p.peer FROM comparable_peer p WHERE p.service = $service
UNION ALL
-- A council without a peer has a row all the same, which says so.
SELECT l.model, l.council, NULL
FROM (SELECT DISTINCT model, council FROM listed_peer
      UNION ALL SELECT 'usual', council FROM council WHERE class <> 'other') l
JOIN responsibility r ON r.council = l.council AND r.service = $service
WHERE NOT EXISTS (FROM comparable_peer p
                  WHERE p.service = $service AND p.council = l.council AND p.model = l.model)
ORDER BY model, council, peer
"""
MEASURES = """
SELECT measure, service, polarity, describes, unit, decimals, interval_method, grades
FROM measure ORDER BY service, position, measure
"""


def has_judgements(database: duckdb.DuckDBPyConnection) -> bool:
    """Whether the contract of this database has room for judgements."""
    held = database.execute("SELECT 1 FROM duckdb_tables() WHERE schema_name = 'judged'")
    return bool(held.fetchall())


def fill_judgements(database: duckdb.DuckDBPyConnection) -> None:
    """Fill ``judged.spread`` and ``judged.judgement`` from the views of comparison.sql."""
    newest = database.sql("FROM newest_period").pl()
    pairs: dict[str, pl.DataFrame] = {}
    judgements: list[pl.DataFrame] = []
    spreads: list[pl.DataFrame] = []
    for measure in database.sql(MEASURES).pl().rows(named=True):
        service = measure["service"]
        if service not in pairs:
            pairs = {service: database.sql(PAIRS, params={"service": service}).pl()}
        figures = database.sql(FIGURES, params={"measure": measure["measure"]}).pl()
        wanted = newest.filter(measure=measure["measure"])
        for made, found in _judged(figures, pairs[service], wanted, measure):
            judgements.append(made)
            spreads.append(found)
    # At once: a thousand small inserts took as long as the judging.
    _insert(database, "judged.judgement", judgements)
    _insert(database, "judged.spread", spreads)


def _judged(
    figures: pl.DataFrame, pairs: pl.DataFrame, wanted: pl.DataFrame, measure: Row
) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
    """Judgements and spreads of one measure, period by period."""
    keys = {"measure": measure["measure"]}
    law = law_of(measure)
    for (period,), part in figures.partition_by("period", as_dict=True).items():
        found = {} if law.graded else spreads_of(part, measure)
        subjects = wanted.filter(period=period)["council"]
        asked = pairs.filter(pl.col("council").is_in(subjects.implode()))
        placed = with_spread(part, found, decimals=measure["decimals"])
        made = with_stability(judge(placed, asked, law))
        named = {**keys, "period": period}
        yield _named(made, named), _named(_rows(found), named)


def law_of(measure: Row) -> Law:
    """What `inference.comparison` must know of a row of the codebook."""
    scale = scale_for(str(measure["interval_method"]), str(measure["unit"]))
    return Law(measure["polarity"], measure["describes"], scale, bool(measure["grades"]))


def spreads_of(figures: pl.DataFrame, measure: Row) -> dict[tuple[str, str], Spread]:
    """The spread of every group (nation, comparison_group) that has enough councils."""
    how = {name: measure[name] for name in ("interval_method", "unit", "decimals")}
    groups = figures.partition_by("nation", "comparison_group", as_dict=True)
    found = {key: spread_of(group, **how) for key, group in groups.items()}
    return {key: one for key, one in found.items() if one}


def _rows(found: dict[tuple[str, str], Spread]) -> pl.DataFrame:
    rows = [
        {
            "nation": nation,
            "comparison_group": group,
            "councils": one.n,
            "centre": one.centre,
            "scale": one.scale.name,
            "phi": one.dispersion.phi,
            "chi_squared": one.dispersion.chi_squared,
            "p_value": one.dispersion.p_value,
            "tau": one.tau,
            "between_lower": one.between[0],
            "between_upper": one.between[1],
        }
        for (nation, group), one in found.items()
    ]
    return pl.DataFrame(rows)


def _named(frame: pl.DataFrame, keys: dict[str, object]) -> pl.DataFrame:
    return frame.with_columns(pl.lit(text).alias(name) for name, text in keys.items())


def _insert(database: duckdb.DuckDBPyConnection, table: str, frames: list[pl.DataFrame]) -> None:
    rows = [frame for frame in frames if frame.height]
    if rows:
        database.register("incoming", pl.concat(rows, how="diagonal_relaxed"))
        database.execute(f"INSERT INTO {table} BY NAME FROM incoming")
        database.unregister("incoming")
