-- question: Which payments of this council were read, but are in the whole dataset only?
-- takes: council text
-- gives: files integer, payments integer, cards boolean, first_day date, last_day date
-- one row per: query
SELECT CAST(count(*) AS INTEGER) AS files, CAST(coalesce(sum(payments), 0) AS INTEGER) AS payments,
       coalesce(bool_and(cards), false) AS cards, min(first_day) AS first_day, max(last_day) AS last_day
FROM ledger.payment_file
WHERE council = $council AND outcome = 'read' AND NOT held
