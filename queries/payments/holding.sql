-- question: How much of what councils published is held here?
-- takes: nothing
-- gives: whole boolean, payments integer, published_payments integer, first_month date,
--   last_month date, note text
-- one row per: query
SELECT whole, CAST(payments AS INTEGER) AS payments,
       CAST(published_payments AS INTEGER) AS published_payments, first_month, last_month, note
FROM ledger.holding
