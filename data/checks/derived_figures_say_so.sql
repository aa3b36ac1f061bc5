-- check: A figure from a compiler's tables says that it is derived, whatever table it stands in.
-- level: stop
WITH figure AS (
    SELECT 'value' AS in_table, measure AS what, council, period, value, status, source FROM value
    UNION ALL
    SELECT 'spending', service, council, period, value_gbp, status, source FROM spending
    UNION ALL
    SELECT 'spending_line', line, council, period, value_gbp, status, source FROM spending_line
    UNION ALL
    SELECT 'finance', line, council, period, value, status, source FROM finance
    UNION ALL
    SELECT 'delivery', delivery_service, council, period, value, status, source FROM delivery
)
SELECT in_table, what, council, period, status, source
FROM figure JOIN source USING (source)
WHERE "use" = 'derived' AND value IS NOT NULL AND status NOT IN ('derived', 'not_comparable')
