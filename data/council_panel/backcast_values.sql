-- Outcomes of the councils that became one, before: pooled from their counts where all who answer for it have both.
WITH made AS (
    SELECT area, predecessor, takes_effect FROM reorganised_areas()
    QUALIFY count(DISTINCT successor) OVER (PARTITION BY area, takes_effect) = 1
), whole AS (
    SELECT m.area AS council, m.predecessor, m.takes_effect, c.tier FROM made m JOIN council c ON c.council = m.predecessor
    WHERE m.area NOT IN (SELECT x.area FROM made x JOIN succession s ON s.predecessor = x.predecessor AND s.successor <> x.area)
), every AS (
    SELECT w.council, w.tier, CAST(year(v.ends) AS INTEGER) AS year, v.* EXCLUDE (council)
    FROM whole w JOIN measure_value v ON v.council = w.predecessor JOIN measure m USING (measure)
    WHERE m.kind = 'outcome' AND m.describes = 'council' AND v.ends < w.takes_effect AND v.status <> 'not_responsible'
    QUALIFY row_number() OVER (PARTITION BY w.council, w.predecessor, v.measure, year(v.ends) ORDER BY v.ends DESC, v.starts) = 1
), one AS (
    -- Where a county has a figure it is of its whole area: its districts would be counted twice.
    FROM every QUALIFY tier <> 'lower' OR NOT bool_or(tier = 'upper') OVER (PARTITION BY council, measure, year)
)
SELECT council, year, measure, sum(numerator) AS n, sum(denominator) AS d, any_value(period) AS per, 'derived' AS st,
       -- What a rate is per, as the parts have it: 100, 1,000, ...
       sum(numerator) / sum(denominator) * median(value * denominator / numerator) FILTER (WHERE numerator > 0) AS v
FROM one
GROUP BY ALL
HAVING bool_and(has_figure(status) AND numerator IS NOT NULL AND denominator > 0) AND count(DISTINCT period) = 1
   AND max(value * denominator / numerator) FILTER (WHERE numerator > 0)
     < 1.02 * min(value * denominator / numerator) FILTER (WHERE numerator > 0)
ORDER BY ALL
