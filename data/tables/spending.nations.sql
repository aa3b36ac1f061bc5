-- after: council, place_code, responsibility
-- makes: what councils of Wales, Scotland and Northern Ireland spend, by their nation's own lines, which areas/nation_line.csv
--   leads to services. An auditor's figures at the prices of another year are not pounds of their own year: they stand in
--   measures alone
WITH line AS (
    SELECT o.*, c.nation, h.service, round(o.value * CAST(o.pounds AS DOUBLE), 2) AS pounds_gbp,
           -- A nought between amounts is a cell left empty.
           o.value = 0 AND c.nation = 'Northern Ireland' AS is_gap
    FROM raw.nation_expenditure o
    JOIN council c USING (council)
    JOIN declared.nation_line h ON h.nation = c.nation AND h.heading = o.heading
    WHERE coalesce(o.prices, '') NOT LIKE 'real%' OR contains(o.prices, o.period)
), added AS (
    -- The auditor gives no total: it is the sum of ten lines, and none where one lacks.
    SELECT council, period, 'total' AS service, CASE WHEN NOT bool_or(is_gap OR value IS NULL) THEN sum(pounds_gbp) END AS pounds_gbp,
           bool_or(is_gap OR value IS NULL) AS is_gap, source, source_file, min(source_row) AS source_row, 'sum of the lines' AS source_column
    FROM line WHERE nation = 'Northern Ireland' GROUP BY ALL
)
SELECT council, period, service, 'net_current_expenditure' AS component, CASE WHEN NOT is_gap THEN pounds_gbp END AS value_gbp,
       CASE WHEN is_gap OR pounds_gbp IS NULL THEN 'not_held' ELSE 'derived' END AS status,
       source, source_file, source_row, source_column,
       CASE WHEN is_gap AND service = 'total' THEN 'One line lacks, so the sum of the others is no total.'
            WHEN is_gap THEN 'The transcription has a nought here, between amounts of other years: taken for a gap.' END AS note
FROM (FROM line UNION ALL BY NAME FROM added)
