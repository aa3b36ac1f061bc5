-- check: Total expenditure is employees plus running expenses, and net current expenditure is expenditure less income (lines are rounded).
-- level: warn
WITH part AS (PIVOT (SELECT council, period, service, component, value_gbp FROM spending WHERE status = 'published')
              ON component IN ('employees', 'running_expenses', 'total_expenditure', 'sales_fees_charges', 'other_income', 'total_income', 'net_current_expenditure')
              USING any_value(value_gbp))
SELECT council, period, service, total_expenditure - employees - running_expenses AS expenditure_over_gbp,
       total_income - sales_fees_charges - other_income AS income_over_gbp,
       net_current_expenditure - total_expenditure + total_income AS net_over_gbp
FROM part
WHERE total_expenditure IS NOT NULL
  AND greatest(abs(total_expenditure - employees - running_expenses), abs(total_income - sales_fees_charges - other_income),
               abs(net_current_expenditure - total_expenditure + total_income)) > 2000
