-- Circumstances that are known for one date, one row per council.
SELECT x.council, arg_max(x.value, t.ends) FILTER (WHERE x.indicator = 'uk_deprivation_score') AS deprivation,
       arg_max(x.value, t.ends) FILTER (WHERE x.indicator = 'rural_pct') AS rural_pct
FROM context x JOIN period t USING (period) GROUP BY x.council ORDER BY x.council
