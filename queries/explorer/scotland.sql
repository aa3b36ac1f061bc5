-- question: What did each Scottish council spend on what the benchmarks cost, within a part of the whole?
-- takes: period text, prices text, service text, component text, slug text
-- gives: council text, slug text, name text, class text, region text, service text,
--   plain_name text, official_name text, line text, line_plain text, line_official text,
--   component text, part text, value double, value_gbp double, status text, runs boolean,
--   source text
-- one row per: council, service, component
SELECT c.council, c.slug, c.name, c.class, c.region, m.service, s.plain_name, s.official_name,
       NULL::VARCHAR AS line, NULL::VARCHAR AS line_plain, NULL::VARCHAR AS line_official,
       m.measure AS component, upper(m.numerator[1]) || m.numerator[2:] AS part,
       v.numerator * CASE $prices WHEN 'cash' THEN 1 ELSE 100 / d.index END AS value,
       v.numerator AS value_gbp,
       CASE WHEN v.numerator IS NULL AND v.value IS NOT NULL THEN 'not_collected' ELSE v.status END AS status,
       true AS runs, v.source
FROM value v
JOIN measure m USING (measure)
JOIN council c USING (council)
JOIN service s USING (service)
LEFT JOIN deflator d USING (period)
WHERE v.period = $period AND m.kind = 'spend' AND c.class = 'scottish'
  -- Weekly amounts are no year's money, and ENV05 is the sum of ENV05a and ENV05b.
  AND list_contains(m.nations, 'Scotland') AND m.unit NOT LIKE '%per week' AND m.measure <> 'lgbf_env05'
  -- Spending by service of the finance statistics is no benchmark.
  AND m.unit <> '£ per head'
  -- Some measures are published as a rate alone in some years.
  AND EXISTS (FROM value e WHERE e.measure = v.measure AND e.period = v.period AND e.numerator IS NOT NULL)
  AND ($service IS NULL OR m.service = $service)
  AND ($component IS NULL OR m.measure = $component)
  AND ($slug IS NULL OR c.slug = $slug)
ORDER BY s.position, m.position, c.name, c.council
