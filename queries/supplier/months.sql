-- question: How much did each council pay this supplier in each month?
-- takes: supplier integer
-- gives: council text, month date, payments integer, amount_gbp double
-- one row per: council, month
SELECT council, month, CAST(sum(payments) AS INTEGER) AS payments,
       ledger.pounds(sum(amount_pence)) AS amount_gbp
FROM ledger.sum_by_supplier
WHERE supplier = $supplier
GROUP BY council, month
ORDER BY council, month
