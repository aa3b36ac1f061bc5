-- question: What figure does each peer have on one measure in one period, this council among them?
-- takes: council text, model text, others text[], measure text, period text
-- gives: council text, name text, value double, lower double, upper double, status text, note text,
--   denominator double, source text
-- one row per: council
SELECT c.council, c.name, v.real_value AS value, v.real_lower AS lower, v.real_upper AS upper,
       v.status, v.note, v.denominator, v.source
FROM compared($council, $model, $others, $measure) v
JOIN council c USING (council)
WHERE v.period = $period AND (v.council = $council OR v.left_out_because IS NULL)
ORDER BY c.name, c.council
