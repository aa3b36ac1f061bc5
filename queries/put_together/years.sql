-- question: For which years is there spending of these councils, newest first, and in which has every one a figure?
-- takes: councils text[]
-- gives: period text, complete boolean
-- one row per: period
SELECT s.period, bool_and(s.value_gbp IS NOT NULL AND NOT coalesce(s.censored, false)) AS complete
FROM parts($councils, 'residents') p
JOIN spending s USING (council)
WHERE s.service = 'total' AND s.component = 'net_current_expenditure' AND s.status <> 'not_responsible'
GROUP BY s.period
ORDER BY s.period DESC
