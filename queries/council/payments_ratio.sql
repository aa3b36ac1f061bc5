-- question: How much of its running expenses does each year of a council's payments come to?
-- takes: council text
-- gives: period text, paid_gbp double, running_gbp double, ratio double, why text, source text
-- one row per: period
-- Years of which every month of invoices is held, without money of the treasury.
WITH held AS (
    SELECT year(month - INTERVAL 3 MONTH) AS first
    FROM ledger.month_held WHERE council = $council AND NOT card
    GROUP BY 1 HAVING count(*) = 12
), paid AS (
    SELECT year(month - INTERVAL 3 MONTH) AS first, sum(amount_pence) AS pence
    FROM ledger.month_total WHERE council = $council AND NOT treasury GROUP BY 1
)
SELECT s.period, ledger.pounds(p.pence) AS paid_gbp, s.value_gbp AS running_gbp,
       ledger.pounds(p.pence) / nullif(s.value_gbp, 0) AS ratio, b.beside_accounts AS why, s.source
FROM held h
JOIN paid p USING (first)
JOIN spending s ON s.council = $council AND s.component = 'running_expenses' AND s.service = 'total'
    AND s.period = printf('%d-%02d', first, (first + 1) % 100)
LEFT JOIN ledger.publisher b ON b.council = $council
WHERE s.value_gbp IS NOT NULL
ORDER BY s.period DESC
