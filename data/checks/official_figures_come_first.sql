-- check: A compiler's figures stand only in periods of a series for which its nation has no official file.
-- level: stop
WITH figure AS (
    SELECT 'value' AS in_table, measure AS series, council, period, source FROM value WHERE value IS NOT NULL
    UNION ALL
    SELECT 'spending', 'outturn', council, period, source FROM spending WHERE value_gbp IS NOT NULL
    UNION ALL
    SELECT 'spending_line', n.service, l.council, l.period, l.source FROM spending_line l JOIN service_line n USING (line) WHERE l.value_gbp IS NOT NULL
    UNION ALL
    SELECT 'finance', line || ', ' || basis, council, period, source FROM finance WHERE value IS NOT NULL
    UNION ALL
    SELECT 'delivery', delivery_service, council, period, source FROM delivery WHERE value IS NOT NULL
    UNION ALL
    SELECT 'context', indicator, council, period, source FROM context
)
SELECT in_table, series, c.nation, period,
       string_agg(DISTINCT source, ', ' ORDER BY source) FILTER ("use" = 'derived') AS derived_from,
       string_agg(DISTINCT source, ', ' ORDER BY source) FILTER ("use" = 'publish') AS official
FROM figure f JOIN source USING (source) JOIN council c USING (council)
GROUP BY ALL
HAVING count(*) FILTER ("use" = 'derived') > 0 AND count(*) FILTER ("use" = 'publish') > 0
