-- question: Which sources are there, and what has been made of each?
-- takes: nothing
-- gives: source text, title text, publisher text, licence text, attribution text, landing_url text,
--   published text, coverage text, use text, about text, known_problems text[], files integer,
--   bytes double, rows_read double, rows_kept double, rows_other double, rows_set_aside double,
--   measures integer, issues double
-- one row per: source
WITH file AS (
    SELECT source, count(*) AS files, sum(bytes) AS bytes FROM source_file GROUP BY source
), account AS (
    SELECT source, sum(rows_read) AS rows_read, sum(rows_other) AS rows_other,
           sum(rows_set_aside) AS rows_set_aside
    FROM reading GROUP BY source
), used AS (
    SELECT source, count(*) AS measures FROM measure_source GROUP BY source
), odd AS (
    SELECT source, sum(rows) AS issues FROM issue GROUP BY source
)
SELECT s.source, s.title, s.publisher, s.licence, s.attribution, s.landing_url, s.published,
       s.coverage, s.use, s.about, s.known_problems,
       CAST(coalesce(f.files, 0) AS INTEGER) AS files, CAST(coalesce(f.bytes, 0) AS DOUBLE) AS bytes,
       CAST(coalesce(a.rows_read, 0) AS DOUBLE) AS rows_read,
       CAST(coalesce(a.rows_read - a.rows_other - a.rows_set_aside, 0) AS DOUBLE) AS rows_kept,
       CAST(coalesce(a.rows_other, 0) AS DOUBLE) AS rows_other,
       CAST(coalesce(a.rows_set_aside, 0) AS DOUBLE) AS rows_set_aside,
       CAST(coalesce(u.measures, 0) AS INTEGER) AS measures,
       CAST(coalesce(o.issues, 0) AS DOUBLE) AS issues
FROM source s
LEFT JOIN file f USING (source)
LEFT JOIN account a USING (source)
LEFT JOIN used u USING (source)
LEFT JOIN odd o USING (source)
ORDER BY s.publisher, s.title, s.source
