-- question: How many payments are held of these councils and months?
-- takes: councils text[], first text, last text
-- gives: payments integer
-- one row per: query
SELECT CAST(coalesce(sum(payments), 0) AS INTEGER) AS payments FROM ledger.council_month
WHERE ledger.of_councils(council, $councils) AND ledger.in_months(month, $first, $last)
