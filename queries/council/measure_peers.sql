-- question: What figure does each peer have on one measure in one period, this council among them?
-- takes: council text, model text, measure text, period text
-- gives: council text, name text, value double, lower double, upper double, status text, note text,
--   denominator double, source text
-- one row per: council
SELECT c.council, c.name, v.real_value AS value, v.real_lower AS lower, v.real_upper AS upper,
       v.status, v.note, v.denominator, v.source
FROM measure_value v
JOIN council c USING (council)
JOIN measure m USING (measure)
WHERE v.measure = $measure AND v.period = $period
  AND (v.council = $council
       OR (v.comparable AND v.council IN (SELECT peer FROM comparable_peer p
                         WHERE p.council = $council AND p.model = $model AND p.service = m.service)))
ORDER BY c.name, c.council
