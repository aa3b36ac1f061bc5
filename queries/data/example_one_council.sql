-- question: What did Leeds spend on each service in the newest year, in pounds per resident?
-- takes: nothing
-- gives: service text, cash_gbp double, per_resident_gbp double, status text
-- one row per: service
SELECT s.plain_name AS service, h.value_gbp AS cash_gbp,
       round(h.per_head_gbp, 2) AS per_resident_gbp, h.status
FROM spending_per_head h
JOIN council c USING (council)
JOIN service s USING (service)
WHERE c.name = 'Leeds'
  AND h.component = 'net_current_expenditure'
  AND h.period = (SELECT latest_spending_period FROM edition)
ORDER BY s.position
