-- question: What did each body of a nation spend on each service in one year, within a part of the whole?
-- takes: nation text, period text, prices text, parts boolean, lines boolean, service text,
--   line text, component text, class text, region text, slug text
-- gives: council text, slug text, name text, class text, region text, service text,
--   plain_name text, official_name text, line text, line_plain text, line_official text,
--   component text, part text, value double, value_gbp double, status text, runs boolean,
--   source text
-- one row per: council, service, line, component
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
), told AS (
    -- Lines that are told apart; a line that a return could not break down stands whole.
    SELECT l.council, n.service, l.component, l.line, n.plain_name AS line_plain, n.official_name AS line_official,
           l.value_gbp, l.status, l.source, n.position
    FROM spending_line l JOIN service_line n USING (line)
    WHERE $lines AND l.period = $period AND l.value_gbp IS NOT NULL
      AND NOT EXISTS (FROM spending_line f JOIN service_line g USING (line)
                      WHERE g.part_of = l.line AND f.council = l.council AND f.period = l.period AND f.component = l.component
                        AND f.value_gbp IS NOT NULL)
), rest AS (
    -- What the service's total has beyond its lines: all of it where no line is held, and what was revised since.
    SELECT r.council, r.service, r.component, 'rest' AS line, 'Not told apart' AS line_plain, 'In no line held here' AS line_official,
           r.value_gbp - coalesce(sum(t.value_gbp), 0) AS value_gbp, r.status, r.source, 1000 AS position
    FROM returned r LEFT JOIN told t USING (council, service, component)
    WHERE $lines
    GROUP BY r.council, r.service, r.component, r.value_gbp, r.status, r.source
    HAVING count(t.line) = 0 OR abs(r.value_gbp - sum(t.value_gbp)) > 7000
), shown AS (
    SELECT r.* EXCLUDE (value_gbp, status, source), coalesce(l.value_gbp, CASE WHEN l.line IS NULL THEN r.value_gbp END) AS value_gbp,
           coalesce(l.status, r.status) AS status, coalesce(l.source, r.source) AS source,
           coalesce(l.line, 'rest') AS line, l.line_plain, l.line_official, coalesce(l.position, 1000) AS line_position
    FROM returned r LEFT JOIN (FROM told UNION ALL FROM rest) l USING (council, service, component)
)
SELECT c.council, c.slug, c.name, c.class, c.region, s.service, v.plain_name, v.official_name,
       s.line, s.line_plain, s.line_official, s.component,
       CASE s.component WHEN 'employees' THEN 'Staff' WHEN 'running_expenses' THEN 'Running costs'
            WHEN 'sales_fees_charges' THEN 'Fees and charges' WHEN 'other_income' THEN 'Grants and other income'
            ELSE 'Net spending' END AS part,
       s.sign * s.value_gbp * CASE $prices WHEN 'cash' THEN 1 ELSE 100 / d.index END AS value,
       s.sign * s.value_gbp AS value_gbp, s.status,
       c.class = 'other' OR r.council IS NOT NULL AS runs, s.source
FROM shown s
JOIN council c USING (council)
JOIN service v USING (service)
LEFT JOIN deflator d ON d.period = s.period
LEFT JOIN responsibility r ON r.service = s.service AND r.council = s.council
WHERE c.nation = $nation AND ($service IS NULL OR s.service = $service)
  AND ($line IS NULL OR s.line = $line)
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
ORDER BY v.position, s.line_position, c.name, c.council, s.component
