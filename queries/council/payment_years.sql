-- question: What has this council published as paid in each financial year?
-- takes: council text
-- gives: period text, months integer, payments double, paid_gbp double, cards_gbp double
-- one row per: period
WITH dated AS (
    SELECT *, month - INTERVAL 3 MONTH AS shifted
    FROM ledger.month_total WHERE council = $council AND month IS NOT NULL
)
SELECT printf('%d-%02d', year(shifted), (year(shifted) + 1) % 100) AS period,
       CAST(count(DISTINCT month) AS INTEGER) AS months,
       CAST(sum(payments) AS DOUBLE) AS payments,
       CAST(sum(amount_pence) AS DOUBLE) / 100 AS paid_gbp,
       coalesce(CAST(sum(amount_pence) FILTER (WHERE card) AS DOUBLE), 0) / 100 AS cards_gbp
FROM dated
GROUP BY 1
ORDER BY 1 DESC
