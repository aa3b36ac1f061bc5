-- question: Which tables does the edition hold, and what is a row of each?
-- takes: nothing
-- gives: name text, meaning text, rows double, columns integer
-- one row per: name
SELECT table_name AS name, coalesce(comment, '') AS meaning,
       CAST(estimated_size AS DOUBLE) AS rows, CAST(column_count AS INTEGER) AS columns
FROM duckdb_tables()
WHERE schema_name = 'main' AND NOT internal
ORDER BY name
