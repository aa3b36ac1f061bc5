-- question: What has this council published as paid in each financial year?
-- takes: council text
-- gives: period text, months integer, few integer, payments double, paid_gbp double, cards_gbp double
-- one row per: period
-- Few: months with less than a twentieth of the payments of the council's busiest one. Their file is missing, and
-- the payments came in the files of other months.
WITH dated AS (
    SELECT *, month - INTERVAL 3 MONTH AS shifted
    FROM ledger.month_total WHERE council = $council AND month IS NOT NULL
), thin AS (
    SELECT month FROM dated
    GROUP BY month
    HAVING sum(payments) < 0.05 * (SELECT max(payments) FROM ledger.coverage WHERE council = $council)
)
SELECT printf('%d-%02d', year(shifted), (year(shifted) + 1) % 100) AS period,
       CAST(count(DISTINCT month) AS INTEGER) AS months,
       CAST(count(DISTINCT month) FILTER (WHERE month IN (FROM thin)) AS INTEGER) AS few,
       CAST(sum(payments) AS DOUBLE) AS payments,
       ledger.pounds(sum(amount_pence)) AS paid_gbp,
       coalesce(CAST(sum(amount_pence) FILTER (WHERE card) AS DOUBLE), 0) / 100 AS cards_gbp
FROM dated
GROUP BY 1
ORDER BY 1 DESC
