-- question: What do the columns of a table mean?
-- takes: table text
-- gives: name text, type text, meaning text
-- one row per: name
WITH described AS (
    -- A name is described once and means the same everywhere.
    SELECT CASE schema_name WHEN 'main' THEN table_name ELSE schema_name || '.' || table_name END
               AS table_name,
           column_index, column_name, data_type,
           coalesce(comment,
                    first_value(comment IGNORE NULLS) OVER (
                        PARTITION BY schema_name, column_name ORDER BY table_oid
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING),
                    first_value(comment IGNORE NULLS) OVER (
                        PARTITION BY column_name ORDER BY table_oid
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS meaning
    FROM duckdb_columns()
    WHERE schema_name IN ('main', 'ledger') AND NOT internal
)
SELECT column_name AS name, data_type AS type, coalesce(meaning, '') AS meaning
FROM described
WHERE table_name = $table
ORDER BY column_index
