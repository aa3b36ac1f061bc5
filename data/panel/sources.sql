-- Sources of the circumstances.
SELECT 'residents' AS name, list(DISTINCT source ORDER BY source) AS sources FROM population
UNION ALL SELECT 'spending', list(DISTINCT source ORDER BY source) FROM spending_per_head
UNION ALL SELECT CASE indicator WHEN 'uk_deprivation_score' THEN 'deprivation'
                 WHEN 'median_weekly_pay_gbp' THEN 'weekly_pay_gbp' ELSE indicator END,
                 list(DISTINCT source ORDER BY source) FROM context GROUP BY indicator
