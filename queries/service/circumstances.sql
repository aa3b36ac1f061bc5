-- question: In what circumstances does each council of a group work, at the time of a period?
-- takes: service text, nation text, comparison_group text, period text
-- gives: council text, deprivation double, deprivation_period text, share_0_15_pct double,
--   share_65_plus_pct double, density_doublings double, population_year integer, weekly_pay_gbp double,
--   pay_period text, rural_pct double, rural_period text, source text, pay_source text, residents_source text
-- one row per: council
WITH wanted AS (SELECT ends FROM period WHERE period = $period),
-- For each indicator the period nearest to the one asked for, the same for all councils.
nearest AS (
    SELECT x.indicator, arg_min(x.period, (abs(date_diff('day', t.ends, w.ends)), t.ends)) AS period
    FROM (SELECT DISTINCT indicator, period FROM context
          WHERE indicator IN ('uk_deprivation_score', 'median_weekly_pay_gbp', 'rural_pct')) x
    JOIN period t ON t.period = x.period
    CROSS JOIN wanted w
    GROUP BY x.indicator
), placed AS (
    SELECT x.council, x.indicator, x.period, x.value, x.source
    FROM context x JOIN nearest n ON n.indicator = x.indicator AND n.period = x.period
), people AS (
    SELECT p.*
    FROM population p
    WHERE p.year = (SELECT arg_min(y.year, abs(y.year - (SELECT year(ends) FROM wanted)))
                    FROM (SELECT DISTINCT year FROM population) y)
)
SELECT c.council, d.value AS deprivation, d.period AS deprivation_period, p.share_0_15_pct, p.share_65_plus_pct,
       CASE WHEN p.density_per_km2 > 0 THEN log2(p.density_per_km2) END AS density_doublings,
       p.year AS population_year, w.value AS weekly_pay_gbp, w.period AS pay_period, u.value AS rural_pct,
       u.period AS rural_period, coalesce(d.source, u.source) AS source, w.source AS pay_source,
       p.source AS residents_source
FROM responsibility r
JOIN council c ON c.council = r.council
LEFT JOIN placed d ON d.council = c.council AND d.indicator = 'uk_deprivation_score'
LEFT JOIN placed w ON w.council = c.council AND w.indicator = 'median_weekly_pay_gbp'
LEFT JOIN placed u ON u.council = c.council AND u.indicator = 'rural_pct'
LEFT JOIN people p ON p.council = c.council
WHERE r.service = $service AND c.nation = $nation AND r.comparison_group = $comparison_group AND c.class <> 'other'
ORDER BY c.name, c.council
