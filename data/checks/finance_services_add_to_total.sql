-- check: The services of an authority add to its total, for every part that its return gives (to seven thousand pounds: thirteen lines are rounded).
-- level: stop
SELECT council, period, component, sum(value_gbp) FILTER (service <> 'total') AS services_gbp, sum(value_gbp) FILTER (service = 'total') AS total_gbp
FROM spending
WHERE status = 'published' OR (status = 'derived' AND council IN (SELECT council FROM spending t WHERE t.service = 'total' AND t.period = spending.period AND t.value_gbp IS NOT NULL))
GROUP BY council, period, component
HAVING abs(sum(value_gbp) FILTER (service <> 'total') - sum(value_gbp) FILTER (service = 'total')) > 7000
