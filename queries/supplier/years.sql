-- question: How much was paid to this supplier in each financial year?
-- takes: supplier integer
-- gives: period text, councils integer, payments integer, amount_gbp double
-- one row per: period
SELECT period, CAST(count(DISTINCT council) AS INTEGER) AS councils,
       CAST(sum(payments) AS INTEGER) AS payments,
       ledger.pounds(sum(amount_pence)) AS amount_gbp
FROM ledger.supplier_year
WHERE supplier = $supplier
GROUP BY period
ORDER BY period
