-- question: Which tables does the edition hold, and what is a row of each?
-- takes: nothing
-- gives: name text, meaning text, rows double, columns integer
-- one row per: name
-- Judgements are read through views of the same name, which say what they are.
SELECT CASE WHEN t.schema_name = 'ledger' THEN 'ledger.' || t.table_name ELSE t.table_name END AS name,
       coalesce(v.comment, t.comment, '') AS meaning, CAST(t.estimated_size AS DOUBLE) AS rows,
       CAST(t.column_count AS INTEGER) AS columns
FROM duckdb_tables() t
LEFT JOIN duckdb_views() v ON t.schema_name = 'judged' AND v.schema_name = 'main' AND v.view_name = t.table_name
WHERE t.schema_name IN ('main', 'judged', 'ledger') AND NOT t.internal
ORDER BY t.schema_name = 'ledger', name
