-- question: How has every measure of this council moved over the years?
-- takes: council text, kinds text[]
-- gives: measure text, period text, period_kind text, starts date, ends date, value double,
--   lower double, upper double, denominator double, min_denominator double, status text, breaks text[],
--   stock boolean
-- one row per: measure, period
SELECT v.measure, v.period, t.kind AS period_kind, v.starts, v.ends, v.real_value AS value, v.real_lower AS lower,
       v.real_upper AS upper, v.denominator, m.min_denominator, v.status, m.breaks,
       m.stock OR t.kind = 'day' AS stock
FROM measure_value v JOIN measure m USING (measure) JOIN period t USING (period)
WHERE v.council = $council AND list_contains($kinds, m.kind)
ORDER BY v.measure, v.ends
