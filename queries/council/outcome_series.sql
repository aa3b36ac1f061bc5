-- question: How has every measure of this council moved over the years?
-- takes: council text, kinds text[]
-- gives: measure text, period text, period_kind text, starts date, ends date, value double,
--   lower double, upper double, status text, left_out_because text, breaks text[], stock boolean
-- one row per: measure, period
SELECT v.measure, v.period, t.kind AS period_kind, v.starts, v.ends, v.real_value AS value, v.real_lower AS lower,
       v.real_upper AS upper, v.status, v.left_out_because, m.breaks, m.stock
FROM measure_value v JOIN measure m USING (measure) JOIN period t USING (period)
WHERE v.council = $council AND list_contains($kinds, m.kind)
ORDER BY v.measure, v.ends
