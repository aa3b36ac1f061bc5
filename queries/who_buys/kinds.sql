-- question: Which kinds of things do councils buy in these months, how many of them and for how much?
-- takes: first text, last text
-- gives: category text, plain_name text, explanation text, councils integer, payments integer, amount_gbp double
-- one row per: category
-- Of councils: transport, police and combined authorities buy on another scale.
SELECT c.category, c.plain_name, c.explanation, CAST(count(DISTINCT t.council) AS INTEGER) AS councils,
       CAST(sum(t.payments) AS INTEGER) AS payments, ledger.pounds(sum(t.amount_pence)) AS amount_gbp
FROM ledger.month_total t JOIN ledger.category c USING (category)
JOIN council b ON b.council = t.council AND b.class <> 'other'
WHERE c.bought AND NOT t.treasury AND ledger.in_months(t.month, $first, $last)
GROUP BY ALL
ORDER BY sum(t.amount_pence) DESC, c.category
