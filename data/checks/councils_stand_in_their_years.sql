-- check: A figure of a council belongs to a period in which it stood; a figure of a place may be older than its council of today.
-- level: warn
WITH figure AS (
    SELECT 'value' AS in_table, measure AS what, council, period, m.describes
    FROM value JOIN measure m USING (measure) WHERE value IS NOT NULL
    UNION ALL
    SELECT 'spending', service, council, period, 'council' FROM spending WHERE value_gbp IS NOT NULL AND value_gbp <> 0
    UNION ALL
    SELECT 'finance', line, council, period, 'council' FROM finance WHERE value IS NOT NULL AND value <> 0
)
SELECT f.in_table, f.what, f.council, c.name, f.period, c.starts, c.ends
FROM figure f JOIN council c USING (council) JOIN period p USING (period)
WHERE (c.starts > p.ends AND f.describes = 'council') OR c.ends < p.starts
