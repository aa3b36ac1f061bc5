-- question: What is new about this council in this edition, and which of its figures were revised, came late or went?
-- takes: council text
-- gives: kind text, series text, name text, change text, figures integer, first_period text, last_period text,
--   period text, before double, now double, unit text, decimals integer
-- one row per: kind, series, change
WITH held AS (
    SELECT 'measure' AS kind, measure AS series, period FROM value WHERE council = $council AND value IS NOT NULL
    UNION SELECT 'spending', service, period FROM spending WHERE council = $council AND value_gbp IS NOT NULL AND component = 'net_current_expenditure'
    UNION SELECT 'finance', line, period FROM finance WHERE council = $council AND value IS NOT NULL
), mine AS (
    -- New series and periods are told for all: whose they are stands in the tables.
    SELECT e.kind, e.series, e.change, count(*) AS figures,
           arg_min(h.period, (regexp_extract(h.period, '\d{4}'), h.period)) AS first_period,
           arg_max(h.period, (regexp_extract(h.period, '\d{4}'), h.period)) AS last_period,
           NULL::VARCHAR AS period, NULL::DOUBLE AS before, NULL::DOUBLE AS now
    FROM edition_change e JOIN held h ON h.kind = e.kind AND h.series = e.series
        AND (e.change = 'new_series' OR h.period = e.first_period)
    WHERE e.council IS NULL AND e.change IN ('new_series', 'new_period')
    GROUP BY e.kind, e.series, e.change
    UNION ALL
    SELECT kind, series, change, figures, first_period, last_period, period, before, now
    FROM edition_change WHERE council = $council
), named AS (
    SELECT 'measure' AS kind, measure AS series, title AS name, unit, decimals, position FROM measure
    UNION ALL SELECT 'spending', service, plain_name, '£', 0, position FROM service
    UNION ALL SELECT 'finance', line, plain_name, CASE WHEN line LIKE '%band_%' THEN '' ELSE '£' END, 0, position FROM finance_line
    UNION ALL SELECT 'population', 'residents', 'Residents', 'residents', 0, 0
)
SELECT m.kind, m.series, coalesce(n.name, m.series) AS name, m.change, CAST(m.figures AS INTEGER) AS figures,
       m.first_period, m.last_period, m.period, m.before, m.now, n.unit, n.decimals
FROM mine m LEFT JOIN named n USING (kind, series)
ORDER BY array_position(['revised', 'dropped', 'added', 'new_period', 'new_series'], m.change),
         array_position(['measure', 'spending', 'finance', 'population'], m.kind), n.position, m.series
