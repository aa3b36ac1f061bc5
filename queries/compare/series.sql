-- question: How have the chosen measures of this council moved over the years?
-- takes: council text, measures text[]
-- gives: measure text, period text, starts date, ends date, value double, lower double, upper double,
--   denominator double, min_denominator double, status text, breaks text[], stock boolean
-- one row per: measure, period
SELECT v.measure, v.period, v.starts, v.ends, v.real_value AS value, v.real_lower AS lower,
       v.real_upper AS upper, v.denominator, m.min_denominator, v.status, m.breaks,
       m.stock OR t.kind = 'day' AS stock
FROM measure_value v
JOIN measure m USING (measure)
JOIN period t USING (period)
JOIN responsibility r ON r.council = v.council AND r.service = m.service
WHERE v.council = $council AND list_contains($measures, v.measure)
ORDER BY v.measure, v.ends
