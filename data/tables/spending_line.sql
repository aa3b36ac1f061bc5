-- after: council, place_code, responsibility, spending, service_line
-- makes: what social care and public health are made of (RO3), in pounds, each figure with its cell
WITH part (component, code) AS (
    VALUES
        ('employees', 'empl'), ('running_expenses', 'run-exp'), ('total_expenditure', 'tot-exp'),
        ('sales_fees_charges', 'sfc'), ('other_income', 'oth-inc'), ('total_income', 'tot-inc'),
        ('net_current_expenditure', 'net-cur-exp')
), refused (council, period, lines, reason) AS (
    -- Noughts that the publisher's notes say are no figures.
    VALUES
        ('HRW', '2023-24', '^looked_after', 'A nought in the first release, by omission, as the publisher notes: no figure.'),
        ('RIC', '2023-24', '^looked_after_', 'The return has the sum of children looked after alone: the noughts of its parts are no figures.')
), line AS (
    -- RO3-csclkdres-empl is children looked after, residential care, employees.
    SELECT o.* EXCLUDE (certified), n.line, n.service, p.component, o.certified = 'Y' AS certified, x.reason
    FROM raw.outturn_line o
    JOIN part p ON ends_with(o.header, '-' || p.code)
    JOIN declared.service_line n ON 'RO3-' || n.code || '-' || p.code = o.header
    LEFT JOIN refused x ON x.council = o.council AND x.period = o.period AND regexp_matches(n.line, x.lines)
)
SELECT l.council, l.period, l.line, l.component, CASE WHEN l.reason IS NULL THEN round(l.value * 1000, 2) END AS value_gbp,
       CASE WHEN l.reason IS NOT NULL THEN 'not_submitted' WHEN l.value IS NOT NULL THEN 'published'
            WHEN late AND NOT apart THEN 'not_held' ELSE l.value_status END AS status,
       CASE WHEN l.value IS NOT NULL THEN l.certified END AS certified, l.source, l.source_file, l.source_row, l.source_column,
       CASE WHEN l.reason IS NOT NULL THEN l.reason
            WHEN apart THEN 'The return could not break this down.'
            WHEN late THEN 'The return came after the release that is held here: a later one has its lines.' END AS note
FROM line l
JOIN period t USING (period)
LEFT JOIN responsibility r ON r.service = l.service AND r.council = l.council
     AND coalesce(r.starts <= t.ends, true) AND coalesce(r.ends >= t.starts, true)
LEFT JOIN spending s ON s.council = l.council AND s.period = l.period AND s.service = l.service
     AND s.component = 'net_current_expenditure'
-- No line, but a total of the service in a newer file.
CROSS JOIN LATERAL (
    SELECT l.value IS NULL AND s.value_gbp IS NOT NULL AS late, l.value IS NULL AND starts_with(l.value_text, '[note') AS apart
) gap
WHERE r.council IS NOT NULL OR l.value <> 0
