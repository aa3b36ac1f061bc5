-- question: Which financial years of payments are held, of how many councils, how completely?
-- takes: councils text[], council text
-- gives: period text, councils integer, whole_councils integer, own_months integer,
--   other_months integer, amount_gbp double
-- one row per: period
-- Months of invoices, and their sum: purchases by card alone make no year.
WITH month AS (
    SELECT council, month, amount_pence, year(month - INTERVAL 3 MONTH) AS first
    FROM ledger.coverage WHERE council IN (SELECT unnest($councils)) AND NOT card
), council_year AS (
    SELECT first, council, count(*) AS months, sum(amount_pence) AS pence FROM month GROUP BY ALL
)
SELECT printf('%d-%02d', first, (first + 1) % 100) AS period,
       CAST(count(*) AS INTEGER) AS councils,
       CAST(count(*) FILTER (WHERE months = 12) AS INTEGER) AS whole_councils,
       CAST(coalesce(sum(months) FILTER (WHERE council = $council), 0) AS INTEGER) AS own_months,
       CAST(coalesce(sum(months) FILTER (WHERE council IS DISTINCT FROM $council), 0) AS INTEGER) AS other_months,
       ledger.pounds(sum(pence)) AS amount_gbp
FROM council_year
GROUP BY first
ORDER BY first DESC
