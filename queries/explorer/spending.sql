-- question: What did each body of a nation spend on each service in one year, within a part of the whole?
-- takes: nation text, period text, prices text, parts boolean, service text,
--   component text, class text, region text, slug text
-- gives: council text, slug text, name text, class text, region text, service text,
--   plain_name text, official_name text, component text, part text, value double,
--   value_gbp double, status text, runs boolean, source text
-- one row per: council, service, component
WITH returned AS (
    SELECT s.*, CASE WHEN s.component IN ('sales_fees_charges', 'other_income') AND $parts THEN -1 ELSE 1 END AS sign
    FROM spending s
    WHERE s.period = $period AND s.service <> 'total'
      -- The parts add up to net current expenditure: what is spent less what is earned.
      AND CASE WHEN $parts THEN s.component IN ('employees', 'running_expenses', 'sales_fees_charges', 'other_income')
               ELSE s.component = 'net_current_expenditure' END
      -- A compiler that keeps lines below nought leaves out those of nought alone: they are no missing figures.
      AND NOT (s.value_gbp IS NULL AND s.status = 'not_held'
               AND EXISTS (FROM spending e JOIN council k USING (council)
                           WHERE k.nation = $nation AND e.period = $period AND e.status = 'derived' AND e.value_gbp < 0))
)
SELECT c.council, c.slug, c.name, c.class, c.region, s.service, v.plain_name, v.official_name, s.component,
       CASE s.component WHEN 'employees' THEN 'Staff' WHEN 'running_expenses' THEN 'Running costs'
            WHEN 'sales_fees_charges' THEN 'Fees and charges' WHEN 'other_income' THEN 'Grants and other income'
            ELSE 'Net spending' END AS part,
       s.sign * s.value_gbp * CASE $prices WHEN 'cash' THEN 1 ELSE 100 / d.index END AS value,
       s.sign * s.value_gbp AS value_gbp, s.status,
       c.class = 'other' OR r.council IS NOT NULL AS runs, s.source
FROM returned s
JOIN council c USING (council)
JOIN service v USING (service)
LEFT JOIN deflator d ON d.period = s.period
LEFT JOIN responsibility r ON r.service = s.service AND r.council = s.council
WHERE c.nation = $nation AND ($service IS NULL OR s.service = $service)
  AND ($component IS NULL OR s.component = $component)
  AND ($class IS NULL OR c.class = $class)
  AND ($region IS NULL OR c.region = $region OR ($region = 'none' AND c.region IS NULL))
  AND ($slug IS NULL OR c.slug = $slug)
  -- What a body doesn't run is left out unless it has money in it; what it runs is there even without a figure.
  AND (coalesce(s.value_gbp, 0) <> 0
       OR (s.value_gbp IS NOT NULL AND r.council IS NOT NULL)
       OR (s.value_gbp IS NULL AND c.class <> 'other' AND r.council IS NOT NULL
           AND s.status NOT IN ('not_responsible', 'not_collected'))
       OR (s.value_gbp IS NULL AND s.status = 'not_submitted' AND c.class = 'other'
           AND EXISTS (FROM spending e WHERE e.council = s.council AND e.service = s.service AND e.value_gbp <> 0)))
ORDER BY v.position, c.name, c.council, s.component
