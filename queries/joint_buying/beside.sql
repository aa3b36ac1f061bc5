-- question: What does this council buy that these others buy too, of the same kind from the same supplier?
-- takes: council text, others text[], periods text[], sort text, most integer
-- gives: slug text, name text, category text, category_name text, own_gbp double,
--   own_payments integer, neighbours integer, neighbours_gbp double, lowest_gbp double,
--   median_gbp double, highest_gbp double, paying text[], found integer
-- one row per: slug, category
WITH own AS (
    SELECT supplier, category, sum(amount_pence) AS pence, sum(payments) AS payments
    FROM ledger.year_supplier
    WHERE council = $council AND period IN (SELECT unnest($periods))
      AND supplier NOT IN (SELECT supplier FROM ledger.special_supplier)
    GROUP BY ALL HAVING sum(amount_pence) > 0
), theirs AS (
    SELECT y.supplier, y.category, y.council, sum(y.amount_pence) AS pence
    FROM ledger.year_supplier y
    SEMI JOIN own USING (supplier)
    WHERE y.council IN (SELECT unnest($others)) AND y.council <> $council
      AND y.period IN (SELECT unnest($periods))
    GROUP BY ALL HAVING sum(y.amount_pence) > 0
), others AS (
    SELECT t.supplier, t.category, count(*) AS n, sum(t.pence) AS pence, min(t.pence) AS lowest,
           median(t.pence) AS middle, max(t.pence) AS highest, list(c.name ORDER BY c.name) AS paying
    FROM theirs t JOIN council c USING (council) GROUP BY ALL
)
SELECT s.slug, s.name, o.category, k.plain_name AS category_name,
       ledger.pounds(o.pence) AS own_gbp, CAST(o.payments AS INTEGER) AS own_payments,
       CAST(t.n AS INTEGER) AS neighbours, ledger.pounds(t.pence) AS neighbours_gbp,
       ledger.pounds(t.lowest) AS lowest_gbp, ledger.pounds(t.middle) AS median_gbp,
       ledger.pounds(t.highest) AS highest_gbp, t.paying,
       CAST(count(*) OVER () AS INTEGER) AS found
FROM own o
JOIN others t ON t.supplier = o.supplier AND t.category IS NOT DISTINCT FROM o.category
JOIN ledger.supplier s ON s.supplier = o.supplier
LEFT JOIN ledger.category k ON k.category = o.category
WHERE coalesce(k.bought, true)
-- By money: of those that the others buy, what this council spends most on.
ORDER BY CASE $sort WHEN 'money' THEN o.pence ELSE t.n END DESC, t.pence DESC, s.slug, o.category
LIMIT greatest($most, 0)
