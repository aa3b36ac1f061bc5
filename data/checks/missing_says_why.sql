-- check: What is missing says why, and what is there does not claim to be missing (a figure may be there and not be comparable).
-- level: stop
WITH figure AS (
    SELECT 'value' AS in_table, measure AS what, council, period, value, status FROM value
    UNION ALL
    SELECT 'spending', service, council, period, value_gbp, status FROM spending
    UNION ALL
    SELECT 'spending_line', line || ', ' || component, council, period, value_gbp, status FROM spending_line
    UNION ALL
    SELECT 'finance', line, council, period, value, status FROM finance
)
FROM figure
WHERE CASE WHEN value IS NULL THEN has_figure(status)
      ELSE status IN ('not_responsible', 'not_submitted', 'suppressed', 'not_collected', 'not_held') END
