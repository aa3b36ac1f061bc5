-- question: How have the chosen measures of this council moved over the years?
-- takes: council text, measures text[]
-- gives: measure text, period text, starts date, ends date, value double, lower double, upper double,
--   status text, left_out_because text, breaks text[], stock boolean
-- one row per: measure, period
SELECT v.measure, v.period, v.starts, v.ends, v.real_value AS value, v.real_lower AS lower,
       v.real_upper AS upper, v.status, v.left_out_because, m.breaks, m.stock
FROM measure_value v
JOIN measure m USING (measure)
JOIN period t USING (period)
JOIN responsibility r ON r.council = v.council AND r.service = m.service
WHERE v.council = $council AND list_contains($measures, v.measure)
ORDER BY v.measure, v.ends
