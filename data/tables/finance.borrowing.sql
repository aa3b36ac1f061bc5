-- after: council, finance_line
-- makes: what each council owes at the end of a year (QB4), and what it expected to owe on 31 March 2021 (CER), in pounds
WITH owed AS (
    SELECT council, period, line, round(sum(value) * 1000, 2) AS value, 'published' AS status, source, source_file, source_row,
           any_value(sheet) || '!' || string_agg(source_column, '+' ORDER BY column_index) AS source_column
    FROM raw.borrowing, LATERAL (
        SELECT 'borrowing_total' AS line
        UNION ALL SELECT 'borrowing_pwlb' WHERE header LIKE '%PWLB%'
        UNION ALL SELECT 'borrowing_councils' WHERE header LIKE '%Loans Local Authorities')
    GROUP BY ALL
), expected AS (
    SELECT council, period,
           CASE WHEN header LIKE 'Capital Financing%' THEN 'capital_financing_requirement' ELSE 'external_debt_gross' END AS line,
           round(value * 1000, 2) AS value, coalesce(CASE WHEN value IS NULL THEN value_status END, 'estimated') AS status,
           source, source_file, source_row, sheet || '!' || source_column AS source_column
    FROM raw.prudential
)
SELECT *, 'position' AS basis, 'gbp' AS unit FROM (FROM owed UNION ALL BY NAME FROM expected)
