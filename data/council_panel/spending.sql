-- Net current expenditure, one row per council, year and service.
SELECT h.council, CAST(year(t.ends) AS INTEGER) AS year, h.service, h.value_gbp AS gbp, h.real_gbp AS real,
       h.per_head_gbp AS ph, h.real_per_head_gbp AS rph, h.status AS st
FROM spending_per_head h JOIN period t USING (period)
WHERE h.component = 'net_current_expenditure' ORDER BY ALL
