-- question: Which figure has every council that runs a service, of one group, on one measure in one period?
-- takes: service text, nation text, comparison_group text, measure text, period text
-- gives: council text, slug text, name text, class text, region text, value double, lower double,
--   upper double, numerator double, denominator double, joint_lead text, cash_value double, status text,
--   note text, source text, sparse boolean, left_out_because text
-- one row per: council
SELECT c.council, c.slug, c.name, c.class, c.region, v.real_value AS value, v.real_lower AS lower,
       v.real_upper AS upper, v.numerator, v.denominator, v.joint_lead, v.value AS cash_value, v.status, v.note,
       v.source, c.sparse, v.left_out_because
FROM measure_value v
JOIN measure m USING (measure)
JOIN responsibility r ON r.council = v.council AND r.service = m.service
JOIN council c ON c.council = v.council
WHERE v.measure = $measure AND v.period = $period AND m.service = $service AND c.nation = $nation
  AND r.comparison_group = $comparison_group AND c.class <> 'other' AND v.status <> 'not_responsible'
ORDER BY c.name, c.council
