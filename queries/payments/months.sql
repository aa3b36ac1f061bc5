-- question: For which months are payments of each council held?
-- takes: councils text[]
-- gives: council text, month date, payments integer, amount_gbp double
-- one row per: council, month
-- Of invoices: a month of card purchases alone is not held. Of a council with no others, those of cards.
WITH held AS (
    FROM ledger.coverage WHERE ledger.of_councils(council, $councils)
    QUALIFY NOT card OR bool_and(card) OVER (PARTITION BY council)
)
SELECT council, month, CAST(payments AS INTEGER) AS payments, ledger.pounds(amount_pence) AS amount_gbp
FROM held
ORDER BY council, month
