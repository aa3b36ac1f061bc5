-- after: council, place_code, responsibility, spending, service_line
-- makes: what housing is made of (RO4), in pounds, from a compiler's table: its lines, and what is left of its two sums
WITH cell AS (
    SELECT *, regexp_replace(header, '_(net|gross)_exp_000$', '') AS code, contains(header, '_gross_') AS is_gross
    FROM raw.outturn_housing_line
), named AS (
    SELECT c.*, n.line FROM cell c JOIN declared.service_line n USING (code) WHERE n.service = 'housing'
), taken (line, of_line) AS (
    -- What is taken out of each sum, so that the lines add to the total.
    SELECT 'homelessness_other', unnest(['nightly_accommodation', 'hostels', 'bed_and_breakfast', 'homelessness_prevention'])
    UNION ALL SELECT 'housing_other', 'homelessness_other'
), net AS (
    SELECT w.council, w.period, w.line, 'net_current_expenditure' AS component,
           any_value(w.value) - coalesce(sum(p.value), 0) AS thousand, any_value(w.value_status) AS value_status,
           w.source, w.source_file, w.source_row,
           any_value(w.source_column) || coalesce(string_agg('-' || p.source_column, '' ORDER BY p.column_index), '') AS source_column
    FROM named w
    LEFT JOIN taken k USING (line)
    LEFT JOIN named p ON p.council = w.council AND p.period = w.period AND p.line = k.of_line AND NOT p.is_gross
    WHERE NOT w.is_gross
    GROUP BY w.council, w.period, w.line, w.source, w.source_file, w.source_row
), gross AS (
    -- Of the lines alone: the gross of the prevention of homelessness is not given, so none is left over.
    SELECT council, period, line, 'total_expenditure' AS component, value AS thousand, value_status, source, source_file,
           source_row, source_column
    FROM named WHERE is_gross AND line NOT IN (SELECT line FROM taken)
)
SELECT l.council, l.period, l.line, l.component, round(l.thousand * 1000, 2) + 0 AS value_gbp,
       CASE WHEN l.thousand IS NOT NULL THEN 'derived' ELSE l.value_status END AS status,
       l.source, l.source_file, l.source_row, l.source_column
FROM (FROM net UNION ALL BY NAME FROM gross) l
JOIN responsibility r ON r.service = 'housing' AND r.council = l.council
