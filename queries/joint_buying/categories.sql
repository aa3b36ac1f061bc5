-- question: Which kinds of things do several of these councils buy, from how many suppliers, and how many of those do they share?
-- takes: councils text[], periods text[], least integer, sort text
-- gives: category text, category_name text, explanation text, councils integer, amount_gbp double,
--   lowest_gbp double, median_gbp double, highest_gbp double, suppliers integer,
--   suppliers_per_council double, shared_suppliers integer, shared_pct double,
--   largest_five_pct double
-- one row per: category
WITH paid AS (
    FROM ledger.bought($councils, $periods)
), by_council AS (
    SELECT category, council, sum(pence) AS pence, count(*) AS suppliers FROM paid GROUP BY ALL
), spread AS (
    SELECT category, count(*) AS councils, sum(pence) AS pence, min(pence) AS lowest,
           median(pence) AS middle, max(pence) AS highest, median(suppliers) AS suppliers_per_council
    FROM by_council GROUP BY category HAVING count(*) >= greatest($least, 1)
), by_supplier AS (
    SELECT category, supplier, count(*) AS councils, sum(pence) AS pence FROM paid GROUP BY ALL
), shared AS (
    SELECT category, count(*) AS suppliers, count(*) FILTER (WHERE councils > 1) AS shared,
           coalesce(sum(pence) FILTER (WHERE councils > 1), 0) AS shared_pence,
           list_sum(max(pence, 5)) AS largest_five
    FROM by_supplier GROUP BY category
)
SELECT p.category, c.plain_name AS category_name, c.explanation, CAST(p.councils AS INTEGER) AS councils,
       ledger.pounds(p.pence) AS amount_gbp, ledger.pounds(p.lowest) AS lowest_gbp,
       ledger.pounds(p.middle) AS median_gbp, ledger.pounds(p.highest) AS highest_gbp,
       CAST(h.suppliers AS INTEGER) AS suppliers,
       CAST(p.suppliers_per_council AS DOUBLE) AS suppliers_per_council,
       CAST(h.shared AS INTEGER) AS shared_suppliers,
       100 * CAST(h.shared_pence AS DOUBLE) / p.pence AS shared_pct,
       100 * CAST(h.largest_five AS DOUBLE) / p.pence AS largest_five_pct
FROM spread p
JOIN shared h USING (category)
JOIN ledger.category c USING (category)
ORDER BY CASE $sort WHEN 'money' THEN 0 ELSE p.councils END DESC, p.pence DESC, p.category
