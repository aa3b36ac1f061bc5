-- question: For which years is it known what a service is made of, among councils of a group?
-- takes: service text, nation text, comparison_group text
-- gives: period text, councils integer, source text
-- one row per: period
SELECT l.period, CAST(count(DISTINCT l.council) AS INTEGER) AS councils, any_value(l.source) AS source
FROM spending_line l
JOIN service_line n USING (line)
JOIN responsibility r ON r.service = n.service AND r.council = l.council
JOIN council c ON c.council = l.council
WHERE n.service = $service AND c.nation = $nation AND r.comparison_group = $comparison_group AND c.class <> 'other'
  AND l.component = 'net_current_expenditure' AND l.value_gbp IS NOT NULL
GROUP BY l.period
ORDER BY l.period DESC
