-- question: Which suppliers do several of these councils pay one by one, and how does what each pays spread?
-- takes: councils text[], periods text[], category text, least integer, sort text, most integer
-- gives: slug text, name text, councils integer, amount_gbp double, payments integer,
--   lowest_gbp double, median_gbp double, highest_gbp double, category_name text,
--   category_share_pct double, paying text[], found integer
-- one row per: slug
WITH paid AS NOT MATERIALIZED (
    -- What is not bought (grants, taxes, benefits, loans) is no buying apart.
    SELECT y.supplier, y.council, y.category, y.amount_pence, y.payments
    FROM ledger.year_supplier y
    LEFT JOIN ledger.category c USING (category)
    WHERE y.supplier NOT IN (SELECT supplier FROM ledger.special_supplier)
      AND y.council IN (SELECT unnest($councils)) AND y.period IN (SELECT unnest($periods))
      AND coalesce(c.bought, true) AND ($category IS NULL OR y.category = $category)
), by_council AS (
    -- A council whose credits outweigh its payments bought nothing.
    SELECT supplier, council, sum(amount_pence) AS pence, sum(payments) AS payments
    FROM paid GROUP BY ALL HAVING sum(amount_pence) > 0
), by_supplier AS (
    SELECT supplier, count(*) AS councils, sum(pence) AS pence, sum(payments) AS payments,
           count(*) OVER () AS found
    FROM by_council GROUP BY supplier HAVING count(*) >= greatest($least, 1)
), shown AS (
    SELECT b.*, s.slug, s.name FROM by_supplier b JOIN ledger.supplier s USING (supplier)
    ORDER BY CASE $sort WHEN 'money' THEN 0 ELSE b.councils END DESC, b.pence DESC, s.slug
    LIMIT greatest($most, 0)
), spread AS (
    SELECT b.supplier, min(b.pence) AS lowest, median(b.pence) AS middle, max(b.pence) AS highest,
           list(c.name ORDER BY c.name) AS paying
    FROM by_council b SEMI JOIN shown USING (supplier) JOIN council c USING (council)
    GROUP BY b.supplier
), main AS (
    -- What most councils pay it for, in most payments: four large ones for building make no builder of BT.
    SELECT supplier, first(category ORDER BY councils DESC, payments DESC, category) AS category,
           first(pence ORDER BY councils DESC, payments DESC, category) AS pence
    FROM (SELECT supplier, category, count(DISTINCT council) AS councils, sum(payments) AS payments,
                 sum(amount_pence) AS pence
          FROM paid SEMI JOIN shown USING (supplier) WHERE category IS NOT NULL GROUP BY ALL)
    GROUP BY supplier
)
SELECT s.slug, s.name, CAST(s.councils AS INTEGER) AS councils,
       ledger.pounds(s.pence) AS amount_gbp, CAST(s.payments AS INTEGER) AS payments,
       ledger.pounds(d.lowest) AS lowest_gbp, ledger.pounds(d.middle) AS median_gbp,
       ledger.pounds(d.highest) AS highest_gbp, k.plain_name AS category_name,
       100 * CAST(m.pence AS DOUBLE) / nullif(s.pence, 0) AS category_share_pct, d.paying,
       CAST(s.found AS INTEGER) AS found
FROM shown s
JOIN spread d USING (supplier)
LEFT JOIN main m USING (supplier)
LEFT JOIN ledger.category k USING (category)
ORDER BY CASE $sort WHEN 'money' THEN 0 ELSE s.councils END DESC, s.pence DESC, s.slug
