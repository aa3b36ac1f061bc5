-- question: Which tables does the edition hold, and what is a row of each?
-- takes: nothing
-- gives: name text, meaning text, rows double, columns integer
-- one row per: name
SELECT CASE schema_name WHEN 'main' THEN table_name ELSE schema_name || '.' || table_name END AS name, coalesce(comment, '') AS meaning,
       CAST(estimated_size AS DOUBLE) AS rows, CAST(column_count AS INTEGER) AS columns
FROM duckdb_tables()
WHERE schema_name IN ('main', 'ledger') AND NOT internal
ORDER BY schema_name DESC, name
