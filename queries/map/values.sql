-- question: What figure has each council of some groups on a measure in one period?
-- takes: measure text, period text, nation text, groups text[], prices text
-- gives: council text, slug text, name text, class text, region text, value double, lower double,
--   upper double, denominator double, status text, note text, sparse boolean, starts date, ends date,
--   source text
-- one row per: council
SELECT c.council, c.slug, c.name, c.class, c.region,
       CASE $prices WHEN 'cash' THEN v.value ELSE v.real_value END AS value,
       CASE $prices WHEN 'cash' THEN v.lower ELSE v.real_lower END AS lower,
       CASE $prices WHEN 'cash' THEN v.upper ELSE v.real_upper END AS upper,
       v.denominator, v.status, v.note,
       -- Shown, but setting no scale: too few residents or cases, or measured in another way.
       v.left_out_because IS NOT NULL AS sparse,
       c.starts, c.ends, v.source
FROM measure_value v
JOIN measure m USING (measure)
JOIN council c USING (council)
JOIN responsibility r ON r.service = m.service AND r.council = v.council
WHERE v.measure = $measure AND v.period = $period AND c.nation = $nation
  AND list_contains($groups, r.comparison_group) AND v.status <> 'not_responsible'
ORDER BY c.name, c.council
