-- question: How much of each kind of thing does each of these councils buy, and from how many suppliers?
-- takes: councils text[], periods text[], duty text
-- gives: category text, council text, council_slug text, council_name text, amount_gbp double,
--   suppliers integer
-- one row per: category, council
WITH paid AS (
    SELECT y.category, y.supplier, y.council, sum(y.amount_pence) AS pence
    FROM ledger.supplier_year y
    JOIN ledger.supplier s USING (supplier)
    JOIN ledger.category c ON c.category = y.category AND c.bought
    WHERE s.kind = 'organisation' AND NOT regexp_matches(s.name, $duty, 'i')
      AND y.council IN (SELECT unnest($councils)) AND y.period IN (SELECT unnest($periods))
    GROUP BY ALL HAVING sum(y.amount_pence) > 0
)
SELECT p.category, p.council, c.slug AS council_slug, c.name AS council_name,
       CAST(sum(p.pence) AS DOUBLE) / 100 AS amount_gbp, CAST(count(*) AS INTEGER) AS suppliers
FROM paid p JOIN council c USING (council)
GROUP BY ALL
ORDER BY p.category, amount_gbp DESC, p.council
