-- Spending per head on the services that have parts, one row per council, year and service.
SELECT h.council, CAST(year(t.ends) AS INTEGER) AS year, h.service, h.real_per_head_gbp AS gbp
FROM spending_per_head h JOIN period t USING (period)
WHERE h.component = 'net_current_expenditure' AND h.service IN (SELECT service FROM delivery_service)
ORDER BY ALL
