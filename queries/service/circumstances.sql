-- question: In what circumstances does each council of a group work, at the time of a period?
-- takes: service text, nation text, comparison_group text, period text
-- gives: council text, income_deprived_pct double, children_income_deprived_pct double,
--   older_income_deprived_pct double, deprivation_period text, household_income_1000 double,
--   income_period text, share_0_15_pct double, share_65_plus_pct double, density_doublings double,
--   population_year integer, weekly_pay_gbp double, pay_period text, rural_pct double,
--   rural_period text, deprivation_source text, income_source text, pay_source text,
--   rural_source text, residents_source text
-- one row per: council
WITH wanted AS (SELECT ends FROM period WHERE period = $period),
-- For each indicator the period nearest to the one asked for, the same for all councils.
nearest AS (
    SELECT x.indicator, arg_min(x.period, (abs(date_diff('day', t.ends, w.ends)), t.ends)) AS period
    FROM (SELECT DISTINCT indicator, period FROM context
          WHERE indicator IN ('income_deprived_pct', 'children_income_deprived_pct', 'older_income_deprived_pct',
                              'gdhi_per_head_gbp', 'median_weekly_pay_gbp', 'rural_pct')) x
    JOIN period t ON t.period = x.period
    CROSS JOIN wanted w
    GROUP BY x.indicator
), placed AS (
    SELECT x.council,
           max(x.value) FILTER (x.indicator = 'income_deprived_pct') AS income_deprived_pct,
           max(x.value) FILTER (x.indicator = 'children_income_deprived_pct') AS children_income_deprived_pct,
           max(x.value) FILTER (x.indicator = 'older_income_deprived_pct') AS older_income_deprived_pct,
           max(x.period) FILTER (x.indicator = 'income_deprived_pct') AS deprivation_period,
           max(x.source) FILTER (x.indicator = 'income_deprived_pct') AS deprivation_source,
           max(x.value) FILTER (x.indicator = 'gdhi_per_head_gbp') / 1000 AS household_income_1000,
           max(x.period) FILTER (x.indicator = 'gdhi_per_head_gbp') AS income_period,
           max(x.source) FILTER (x.indicator = 'gdhi_per_head_gbp') AS income_source,
           max(x.value) FILTER (x.indicator = 'median_weekly_pay_gbp') AS weekly_pay_gbp,
           max(x.period) FILTER (x.indicator = 'median_weekly_pay_gbp') AS pay_period,
           max(x.source) FILTER (x.indicator = 'median_weekly_pay_gbp') AS pay_source,
           max(x.value) FILTER (x.indicator = 'rural_pct') AS rural_pct,
           max(x.period) FILTER (x.indicator = 'rural_pct') AS rural_period,
           max(x.source) FILTER (x.indicator = 'rural_pct') AS rural_source
    FROM context x JOIN nearest n ON n.indicator = x.indicator AND n.period = x.period
    GROUP BY x.council
), people AS (
    SELECT p.*
    FROM population p
    WHERE p.year = (SELECT arg_min(y.year, abs(y.year - (SELECT year(ends) FROM wanted)))
                    FROM (SELECT DISTINCT year FROM population) y)
)
SELECT c.council, x.income_deprived_pct, x.children_income_deprived_pct, x.older_income_deprived_pct,
       x.deprivation_period, x.household_income_1000, x.income_period, p.share_0_15_pct, p.share_65_plus_pct,
       CASE WHEN p.density_per_km2 > 0 THEN log2(p.density_per_km2) END AS density_doublings,
       p.year AS population_year, x.weekly_pay_gbp, x.pay_period, x.rural_pct, x.rural_period, x.deprivation_source,
       x.income_source, x.pay_source, x.rural_source, p.source AS residents_source
FROM responsibility r
JOIN council c ON c.council = r.council
LEFT JOIN placed x ON x.council = c.council
LEFT JOIN people p ON p.council = c.council
WHERE r.service = $service AND c.nation = $nation AND r.comparison_group = $comparison_group AND c.class <> 'other'
ORDER BY c.name, c.council
