-- Pay of residents, one row per council and year.
SELECT x.council, CAST(year(t.ends) AS INTEGER) AS year, arg_max(x.value, t.ends) AS weekly_pay_gbp
FROM context x JOIN period t USING (period)
WHERE x.indicator = 'median_weekly_pay_gbp' GROUP BY ALL ORDER BY ALL
