-- question: For which years does a return say how this council paid for its year, planned or as it came out?
-- takes: council text
-- gives: period text, basis text, status text, revenue_expenditure_gbp double
-- one row per: period, basis
SELECT period, basis, status, value AS revenue_expenditure_gbp
FROM finance
WHERE council = $council AND line = 'revenue_expenditure'
ORDER BY period DESC, basis
