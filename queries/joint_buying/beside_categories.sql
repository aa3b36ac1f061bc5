-- question: Which kinds of things does this council buy that these others buy too, and how many of its suppliers do they share?
-- takes: council text, others text[], periods text[], sort text
-- gives: category text, category_name text, own_gbp double, own_suppliers integer,
--   neighbours integer, neighbours_gbp double, lowest_gbp double, median_gbp double,
--   highest_gbp double, shared_suppliers integer, own_shared_pct double
-- one row per: category
WITH paid AS (
    SELECT category, supplier, council, council = $council AS own, pence
    FROM ledger.bought(list_append($others, $council), $periods)
), by_council AS (
    SELECT category, council, own, sum(pence) AS pence, count(*) AS suppliers FROM paid GROUP BY ALL
), others AS (
    SELECT category, count(*) AS n, sum(pence) AS pence, min(pence) AS lowest,
           median(pence) AS middle, max(pence) AS highest
    FROM by_council WHERE NOT own GROUP BY category
), shared AS (
    SELECT o.category, count(*) AS suppliers, sum(o.pence) AS pence
    FROM paid o
    SEMI JOIN (FROM paid WHERE NOT own) t ON t.category = o.category AND t.supplier = o.supplier
    WHERE o.own GROUP BY o.category
)
SELECT b.category, c.plain_name AS category_name, ledger.pounds(b.pence) AS own_gbp,
       CAST(b.suppliers AS INTEGER) AS own_suppliers, CAST(t.n AS INTEGER) AS neighbours,
       ledger.pounds(t.pence) AS neighbours_gbp, ledger.pounds(t.lowest) AS lowest_gbp,
       ledger.pounds(t.middle) AS median_gbp, ledger.pounds(t.highest) AS highest_gbp,
       CAST(coalesce(h.suppliers, 0) AS INTEGER) AS shared_suppliers,
       100 * CAST(coalesce(h.pence, 0) AS DOUBLE) / b.pence AS own_shared_pct
FROM by_council b
JOIN others t USING (category)
JOIN ledger.category c USING (category)
LEFT JOIN shared h USING (category)
WHERE b.own
ORDER BY CASE $sort WHEN 'money' THEN b.pence ELSE t.n END DESC, t.pence DESC, b.category
