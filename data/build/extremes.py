"""The highest and lowest councils of each new measure, for a person to look at.

Which direction is better is typed by hand. Whoever knows a few councils sees at a glance that the
wrong ones stand at the top.
"""

from collections.abc import Iterator
from typing import Any

import duckdb

# Named at either end.
NAMED = 3
AT_ENDS = {
    "higher": ("higher is better", "highest, the best", "lowest, the worst"),
    "lower": ("lower is better", "highest, the worst", "lowest, the best"),
    "neither": ("neither is better", "highest", "lowest"),
}
# Each nation apart, in the newest period of which it has figures.
NEW = """
WITH figure AS (
    SELECT m.position, v.measure, m.title, m.unit, m.decimals, m.polarity, c.nation, v.period,
           c.name, v.value, t.ends,
           max(t.ends) OVER (PARTITION BY v.measure, c.nation) AS newest
    FROM measure_value v JOIN measure m USING (measure) JOIN council c USING (council)
    JOIN period t USING (period)
    WHERE v.left_out_because IS NULL
      AND v.measure NOT IN (SELECT measure FROM previous.measure)
)
SELECT position, measure, title, unit, decimals, polarity, nation, period, count(*) AS councils,
       list({name: name, value: value} ORDER BY value DESC, name)[:$named] AS highest,
       list({name: name, value: value} ORDER BY value, name)[:$named] AS lowest
FROM figure WHERE ends = newest
GROUP BY ALL ORDER BY position, measure, nation
"""


def new_extremes(database: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """A few lines for each measure and nation that the last edition does not have."""
    for row in database.sql(NEW, params={"named": NAMED}).pl().iter_rows(named=True):
        direction, top, bottom = AT_ENDS[row["polarity"]]
        yield (
            f"New measure {row['measure']}: {row['title']} ({row['unit']}), {row['nation']}, "
            f"{row['period']}, {row['councils']} councils; {direction}\n"
            f"  {top}: {_councils(row['highest'], row['decimals'])}\n"
            f"  {bottom}: {_councils(row['lowest'], row['decimals'])}"
        )


def _councils(pairs: list[dict[str, Any]], decimals: int) -> str:
    return ", ".join(f"{one['name']} {one['value']:,.{decimals}f}" for one in pairs)
