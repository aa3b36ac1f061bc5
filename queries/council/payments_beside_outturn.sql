-- question: How do a council's published payments for each service compare with its accounts?
-- takes: council text, period text
-- gives: service text, plain_name text, official_name text, paid_gbp double, payments double, outturn_gbp double,
--   basis text, gap_gbp double, status text, source text
-- one row per: service
-- Without money of the treasury, which is no spending on services.
WITH bounds AS (
    SELECT starts, ends FROM period WHERE period = $period AND kind = 'financial'
), paid AS (
    SELECT coalesce(service, 'not_told') AS service, ledger.pounds(sum(amount_pence)) AS paid_gbp,
           CAST(sum(payments) AS DOUBLE) AS payments
    FROM ledger.month_total, bounds
    WHERE council = $council AND month BETWEEN starts AND ends AND NOT treasury
    GROUP BY 1
), accounts AS (
    -- Running expenses are what is bought; the returns tell them apart from 2021-22 on.
    SELECT service, arg_min(value_gbp, rank) AS outturn_gbp, arg_min(component, rank) AS basis,
           arg_min(status, rank) AS status, arg_min(source, rank) AS source
    FROM (
        SELECT *, CASE component WHEN 'running_expenses' THEN 1 ELSE 2 END AS rank
        FROM spending
        WHERE council = $council AND period = $period
          AND component IN ('running_expenses', 'net_current_expenditure')
    )
    GROUP BY service
)
SELECT service, coalesce(s.plain_name, 'The words do not tell') AS plain_name,
       coalesce(s.official_name, 'Service not told by the published words') AS official_name,
       -- No payment whose words tell of the service is not told; it is not nought.
       p.paid_gbp, p.payments, a.outturn_gbp, a.basis, a.outturn_gbp - p.paid_gbp AS gap_gbp,
       coalesce(a.status, 'not_collected') AS status, a.source
FROM paid p
FULL JOIN accounts a USING (service)
LEFT JOIN service s USING (service)
WHERE service <> 'total' AND (p.paid_gbp IS NOT NULL OR a.outturn_gbp <> 0)
  AND EXISTS (SELECT 1 FROM paid)
ORDER BY s.position NULLS LAST, service
