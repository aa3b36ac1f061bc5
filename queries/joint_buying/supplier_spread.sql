-- question: How much does each of these councils pay each of these suppliers?
-- takes: councils text[], periods text[], category text, slugs text[]
-- gives: slug text, council text, council_slug text, council_name text, payments integer,
--   amount_gbp double
-- one row per: slug, council
WITH chosen AS MATERIALIZED (
    -- First whose they are: their sums are then found by their numbers.
    SELECT supplier, slug FROM ledger.supplier
    WHERE kind = 'organisation' AND slug IN (SELECT unnest($slugs))
)
SELECT s.slug, y.council, n.slug AS council_slug, n.name AS council_name,
       CAST(sum(y.payments) AS INTEGER) AS payments,
       ledger.pounds(sum(y.amount_pence)) AS amount_gbp
FROM ledger.year_supplier y
JOIN chosen s USING (supplier)
JOIN council n USING (council)
LEFT JOIN ledger.category c USING (category)
WHERE y.council IN (SELECT unnest($councils)) AND y.period IN (SELECT unnest($periods))
  AND coalesce(c.bought, true) AND ($category IS NULL OR y.category = $category)
GROUP BY ALL
HAVING sum(y.amount_pence) > 0
ORDER BY s.slug, n.name, y.council
