-- question: For which years are there spending returns of this council?
-- takes: council text
-- gives: period text, status text, derived boolean, certified boolean
-- one row per: period
-- A compiled year may have lines and no total: the compiler leaves lines out.
SELECT period, any_value(status) FILTER (service = 'total') AS status, bool_or(status = 'derived') AS derived,
       any_value(certified) FILTER (service = 'total') AS certified
FROM spending
WHERE council = $council AND component = 'net_current_expenditure'
GROUP BY period
ORDER BY period DESC
