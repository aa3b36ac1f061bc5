-- check: A figure of a council belongs to a period in which it stood, or its note says whose it was; a figure of a place may be older than its council of today.
-- level: stop
WITH figure AS (
    SELECT 'value' AS in_table, measure AS what, council, period, m.describes, note
    FROM value JOIN measure m USING (measure) WHERE value IS NOT NULL
    UNION ALL
    SELECT 'spending', service, council, period, 'council', NULL FROM spending WHERE value_gbp IS NOT NULL AND value_gbp <> 0
    UNION ALL
    SELECT 'finance', line, council, period, 'council', NULL FROM finance
    -- A balance may stand at a council's birth: what its predecessors handed over.
    WHERE value IS NOT NULL AND value <> 0 AND basis <> 'position'
)
SELECT f.in_table, f.what, f.council, c.name, f.period, c.starts, c.ends
FROM figure f JOIN council c USING (council) JOIN period p USING (period)
WHERE (c.starts > p.ends AND f.describes = 'council' AND f.note IS NULL) OR c.ends < p.starts
