-- question: For which months are payments of each council held?
-- takes: councils text[]
-- gives: council text, month date, payments integer, amount_gbp double
-- one row per: council, month
SELECT council, month, CAST(payments AS INTEGER) AS payments, amount_pence / 100.0 AS amount_gbp
FROM ledger.coverage
WHERE $councils IS NULL OR list_contains($councils, council)
ORDER BY council, month
