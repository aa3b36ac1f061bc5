-- question: Which figures are held of these measures, councils and periods, and what stands beside each?
-- takes: measures text[], councils text[], periods text[], services text[], kind text, nation text, statuses text[],
--   first text, last text, newest boolean, rows integer, skip integer
-- gives: measure text, council text, council_slug text, council_name text, gss text, nation text, period text,
--   starts date, ends date, value double, lower double, upper double, unit text, price_basis text, price_base text,
--   real_value double, real_lower double, real_upper double, numerator double, denominator double, status text,
--   joint_lead text, left_out_because text, source text, note text, total integer
-- one row per: measure, council, period
-- Keys are found and cut first: what stands beside them is looked up for the rows of one page alone.
WITH found AS (
    SELECT v.measure, v.council, v.period, m.position, c.name, t.ends
    FROM value v
    JOIN measure m USING (measure)
    JOIN council c USING (council)
    JOIN period t USING (period)
    WHERE ($measures IS NULL OR list_contains($measures, v.measure))
      AND ($councils IS NULL OR list_contains($councils, v.council))
      AND ($periods IS NULL OR list_contains($periods, v.period))
      AND ($services IS NULL OR list_contains($services, m.service))
      AND ($kind IS NULL OR m.kind = $kind)
      AND ($nation IS NULL OR c.nation = $nation)
      AND ($statuses IS NULL OR list_contains($statuses, v.status))
      AND ($first IS NULL OR t.ends >= TRY_CAST($first AS DATE))
      AND ($last IS NULL OR t.ends <= TRY_CAST($last AS DATE))
      AND (NOT coalesce($newest, false)
           OR (v.measure, v.council, v.period) IN (SELECT (measure, council, period) FROM newest_period))
), page AS (
    FROM found ORDER BY position, measure, name, council, ends, period
    LIMIT greatest($rows, 0) OFFSET greatest($skip, 0)
)
SELECT p.measure, p.council, c.slug AS council_slug, c.name AS council_name, c.gss, c.nation, p.period, v.starts, v.ends,
       v.value, v.lower, v.upper, m.unit, m.price_basis,
       CASE WHEN m.price_basis = 'cash' THEN (SELECT price_base FROM edition) END AS price_base,
       v.real_value, v.real_lower, v.real_upper, v.numerator, v.denominator, v.status, v.joint_lead, v.left_out_because,
       v.source, v.note, CAST((SELECT count(*) FROM found) AS INTEGER) AS total
FROM page p
JOIN measure_value v USING (measure, council, period)
JOIN measure m USING (measure)
JOIN council c USING (council)
ORDER BY m.position, p.measure, c.name, p.council, v.ends, p.period
