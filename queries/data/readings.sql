-- question: What has become of every row of a source's files?
-- takes: source text
-- gives: path text, dataset text, rows_read double, rows_kept double, rows_other double,
--   rows_set_aside double
-- one row per: path, dataset
SELECT path, dataset, CAST(sum(rows_read) AS DOUBLE) AS rows_read,
       CAST(sum(rows_read - rows_other - rows_set_aside) AS DOUBLE) AS rows_kept,
       CAST(sum(rows_other) AS DOUBLE) AS rows_other,
       CAST(sum(rows_set_aside) AS DOUBLE) AS rows_set_aside
FROM reading
WHERE source = $source
GROUP BY path, dataset
ORDER BY path, dataset
