"""Amounts of a service that are odd for their council: noted on the figure, and an issue each.

Odd is told from the council's own years and from its class in the same year, both as medians
and median deviations, so that one odd year hides neither itself nor another.
"""

import duckdb

# A negative amount counts when it is this many robust standard deviations under its council's
# usual year and as many, as a share of the council's spending, under its class.
DEVIATIONS = 3.0
# An amount of the usual sign counts when it is this many times the next largest of its council.
TIMES_THE_NEXT = 4.0
# Smaller amounts, as a share of what the council spends in a usual year, change nothing.
SHARE = 0.02
FEWEST_YEARS = 5


def note_odd_amounts(database: duckdb.DuckDBPyConnection) -> int:
    """Note odd net amounts in ``spending`` and add an issue for each; gives their number."""
    takes = {
        "deviations": DEVIATIONS,
        "times": TIMES_THE_NEXT,
        "share": SHARE,
        "years": FEWEST_YEARS,
    }
    database.execute(f"CREATE TEMP TABLE odd AS {_ODD}", takes)
    database.execute(_NOTE)
    database.execute(_ISSUE)
    (found,) = database.execute("SELECT count(*) FROM odd").fetchone()
    database.execute("DROP TABLE odd")
    return found


# mad() is 1.4826 times smaller than a standard deviation of figures that are normal.
_ODD = """
WITH line AS (
    SELECT s.council, s.service, s.period, s.value_gbp, s.real_gbp, r.comparison_group, c.nation
    FROM spending_per_head s
    JOIN council c USING (council)
    JOIN responsibility r USING (service, council)
    WHERE s.component = 'net_current_expenditure' AND s.real_gbp IS NOT NULL
      AND s.service NOT IN ('decided', 'social_care_combined')
), usual AS (
    SELECT council, median(real_gbp) AS total FROM line WHERE service = 'total' GROUP BY council
), own AS (
    SELECT l.*, l.real_gbp / u.total AS share, u.total, median(l.real_gbp) OVER years AS usual_gbp,
           mad(l.real_gbp) OVER years AS apart_gbp, count(*) OVER years AS years,
           max(l.real_gbp) OVER (
               PARTITION BY l.council, l.service ORDER BY l.period
               ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW
           ) AS next_gbp
    FROM line l JOIN usual u USING (council)
    WINDOW years AS (PARTITION BY l.council, l.service)
), beside AS (
    SELECT service, period, nation, comparison_group, median(share) AS usual, mad(share) AS apart
    FROM own GROUP BY ALL
)
SELECT o.council, o.service, o.period, o.value_gbp, o.usual_gbp,
       (o.real_gbp - o.usual_gbp) / greatest(1.4826 * o.apart_gbp, 0.005 * o.total) AS from_own,
       (o.share - b.usual) / greatest(1.4826 * b.apart, 0.005) AS from_class,
       o.real_gbp < 0 AS negative
FROM own o JOIN beside b USING (service, period, nation, comparison_group)
WHERE o.years >= $years AND abs(o.share) >= $share
  AND CASE WHEN o.real_gbp < 0 THEN from_own < -$deviations AND from_class < -$deviations
           ELSE o.next_gbp > 0 AND o.real_gbp > $times * o.next_gbp
                AND from_own > $deviations AND from_class > $deviations END
"""
_NOTE = """
UPDATE spending SET note = concat_ws(' ', note,
    CASE WHEN odd.negative THEN 'Below nought, which is odd for this council and for its kind:'
         ELSE 'Several times any other year of this council:' END,
    'an entry of one year, or a slip in the return.')
FROM odd
WHERE spending.council = odd.council AND spending.service = odd.service
  AND spending.period = odd.period AND spending.component = 'net_current_expenditure'
"""
_ISSUE = """
INSERT INTO issue BY NAME
SELECT s.source, s.source_file, s.source_row, 1 AS rows, s.service AS field, 'odd amount' AS kind,
       c.name || ', ' || s.period || ': ' || format('{:,}', CAST(s.value_gbp AS BIGINT))
           || ' pounds' AS content,
       CASE WHEN o.negative THEN 'Below nought and odd for this council, whose usual year is '
            ELSE 'Several times any other year of this council, whose usual year is ' END
           || format('{:,}', CAST(o.usual_gbp AS BIGINT))
           || ' pounds in today''s prices. Published as it stands; noted on the figure.'
           AS explanation,
       'publisher' AS who_can_mend
FROM odd o JOIN council c USING (council)
JOIN spending s ON s.council = o.council AND s.service = o.service AND s.period = o.period
     AND s.component = 'net_current_expenditure'
ORDER BY s.source_file, s.source_row, s.service
"""
