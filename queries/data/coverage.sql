-- question: For how many councils does a measure have a figure in each period, and what of the rest?
-- takes: measure text
-- gives: period text, figures integer, suppressed integer, not_submitted integer,
--   not_comparable integer, not_collected integer, not_held integer
-- one row per: period
SELECT v.period,
       CAST(count(v.value) AS INTEGER) AS figures,
       CAST(count(*) FILTER (v.value IS NULL AND v.status = 'suppressed') AS INTEGER) AS suppressed,
       CAST(count(*) FILTER (v.value IS NULL AND v.status = 'not_submitted') AS INTEGER) AS not_submitted,
       CAST(count(*) FILTER (v.value IS NULL AND v.status = 'not_comparable') AS INTEGER) AS not_comparable,
       CAST(count(*) FILTER (v.value IS NULL AND v.status IN ('not_collected', 'not_responsible')) AS INTEGER)
           AS not_collected,
       CAST(count(*) FILTER (v.value IS NULL AND v.status = 'not_held') AS INTEGER) AS not_held
FROM value v JOIN period t USING (period)
WHERE v.measure = $measure
GROUP BY v.period, t.starts, t.ends
ORDER BY t.ends DESC, t.starts, v.period
