-- question: For which years are there spending returns of this council?
-- takes: council text
-- gives: period text, status text, certified boolean
-- one row per: period
SELECT period, status, certified
FROM spending
WHERE council = $council AND service = 'total' AND component = 'net_current_expenditure'
ORDER BY period DESC
