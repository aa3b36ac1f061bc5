-- question: What is new in this edition against the one before it, for all councils together?
-- takes: nothing
-- gives: kind text, series text, name text, change text, figures integer, councils integer,
--   first_period text, last_period text, periods integer, before text
-- one row per: kind, series, change
WITH named AS (
    SELECT 'measure' AS kind, measure AS series, title AS name, position FROM measure
    UNION ALL SELECT 'spending', service, plain_name, position FROM service
    UNION ALL SELECT 'spending_line', line, plain_name, position FROM service_line
    UNION ALL SELECT 'finance', line, plain_name, position FROM finance_line
    UNION ALL SELECT 'population', 'residents', 'Residents', 0
    UNION ALL SELECT 'context', indicator, plain_name, position FROM context_indicator
    UNION ALL SELECT 'delivery', delivery_service, plain_name, position FROM delivery_service
)
SELECT c.kind, c.series, coalesce(any_value(n.name), c.series) AS name, c.change,
       CAST(sum(c.figures) AS INTEGER) AS figures, max(c.councils) AS councils,
       arg_min(c.first_period, (regexp_extract(c.first_period, '\d{4}'), c.first_period)) AS first_period,
       arg_max(c.last_period, (regexp_extract(c.last_period, '\d{4}'), c.last_period)) AS last_period,
       CAST(count(*) AS INTEGER) AS periods, any_value(e.before) AS before
FROM edition_change c CROSS JOIN edition e LEFT JOIN named n USING (kind, series)
WHERE c.council IS NULL
GROUP BY c.kind, c.series, c.change
ORDER BY array_position(['measure', 'spending', 'spending_line', 'finance', 'population', 'context', 'delivery'], c.kind),
         c.change, any_value(n.position), c.series
