-- question: In which months do these councils pay for a kind of thing, or for what is described by words, by invoice and by card?
-- takes: words_like text, category text, first text, last text, cards text, councils text[]
-- gives: month date, payments integer, amount_gbp double, card_payments integer, card_gbp double
-- one row per: month
SELECT p.month, CAST(sum(p.payments) AS INTEGER) AS payments, ledger.pounds(sum(p.amount_pence)) AS amount_gbp,
       CAST(coalesce(sum(p.payments) FILTER (WHERE p.card), 0) AS INTEGER) AS card_payments,
       ledger.pounds(coalesce(sum(p.amount_pence) FILTER (WHERE p.card), 0)) AS card_gbp
FROM ledger.sums_to_anyone($councils, NULL, $category, $first, $last, $words_like, $cards) p
JOIN ledger.supplier s ON s.supplier = p.supplier
WHERE s.kind <> 'treasury' AND NOT coalesce(p.category IN (SELECT category FROM ledger.category WHERE treasury), false)
GROUP BY p.month
ORDER BY p.month
