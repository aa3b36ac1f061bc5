-- question: For which months are payments of each council held?
-- takes: councils text[]
-- gives: council text, month date, payments integer, amount_gbp double
-- one row per: council, month
SELECT council, month, CAST(payments AS INTEGER) AS payments, ledger.pounds(amount_pence) AS amount_gbp
FROM ledger.coverage
WHERE ledger.of_councils(council, $councils)
ORDER BY council, month
