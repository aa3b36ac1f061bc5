-- question: What has this council published as paid in each financial year?
-- takes: council text
-- gives: period text, months integer, card_months integer, payments double, paid_gbp double, cards_gbp double,
--   treasury_gbp double, repeated double, repeated_gbp double
-- one row per: period
-- Months that invoices are held for, and those of card purchases apart. A year into which only a few days of other
-- years' files fall is none that is held.
WITH held AS (
    SELECT year(month - INTERVAL 3 MONTH) AS first, count(*) FILTER (WHERE NOT card) AS months,
           count(*) FILTER (WHERE card) AS card_months
    FROM ledger.month_held WHERE council = $council GROUP BY 1
), dated AS (
    SELECT *, year(month - INTERVAL 3 MONTH) AS first
    FROM ledger.month_total WHERE council = $council AND month IS NOT NULL
), again AS (
    SELECT year(month - INTERVAL 3 MONTH) AS first, sum(payments) AS payments, sum(amount_pence) AS pence
    FROM ledger.repeated WHERE council = $council GROUP BY 1
), summed AS (
    SELECT first, sum(payments) AS payments, sum(amount_pence) AS pence,
           sum(amount_pence) FILTER (WHERE card) AS cards, sum(amount_pence) FILTER (WHERE treasury) AS treasury
    FROM dated GROUP BY 1
)
SELECT printf('%d-%02d', first, (first + 1) % 100) AS period,
       CAST(h.months AS INTEGER) AS months, CAST(h.card_months AS INTEGER) AS card_months,
       CAST(s.payments AS DOUBLE) AS payments,
       ledger.pounds(s.pence) AS paid_gbp,
       ledger.pounds(coalesce(s.cards, 0)) AS cards_gbp, ledger.pounds(coalesce(s.treasury, 0)) AS treasury_gbp,
       CAST(coalesce(a.payments, 0) AS DOUBLE) AS repeated, ledger.pounds(coalesce(a.pence, 0)) AS repeated_gbp
FROM held h
JOIN summed s USING (first)
LEFT JOIN again a USING (first)
ORDER BY 1 DESC
