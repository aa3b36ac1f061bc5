-- check: No figure, name, boundary or code is taken from a source whose use is check: it may be compared, never published.
-- level: stop
WITH named AS (
    SELECT 'value' AS made, measure AS what, source FROM value
    UNION ALL SELECT 'measure_source', measure, source FROM measure_source
    UNION ALL SELECT 'spending', service || ', ' || period, source FROM spending
    UNION ALL SELECT 'spending_line', line || ', ' || period, source FROM spending_line
    UNION ALL SELECT 'finance', line || ', ' || period, source FROM finance
    UNION ALL SELECT 'population', CAST(year AS VARCHAR), source FROM population
    UNION ALL SELECT 'context', indicator, source FROM context
    UNION ALL SELECT 'deflator', period, source FROM deflator
    UNION ALL SELECT 'neighbour_model', model, source FROM neighbour_model
    UNION ALL SELECT 'delivery', delivery_service || ', ' || period, source FROM delivery
    UNION ALL SELECT 'delivery_code', published_word, source FROM delivery_code
    UNION ALL SELECT 'delivery_event', council, source FROM delivery_event
    UNION ALL SELECT 'council_event', council, source FROM council_event
    UNION ALL SELECT 'framework', framework, source FROM framework
    -- Tables that name no source: what their SQL reads.
    UNION ALL SELECT m.made, m.file || ' reads ' || m.dataset, r.source
    FROM declared.made_from m JOIN reading r USING (dataset)
    WHERE m.made NOT IN ('control_total', 'issue')
)
SELECT made, what, source, count(*) AS rows
FROM named JOIN source USING (source)
WHERE "use" = 'check'
GROUP BY ALL ORDER BY ALL
