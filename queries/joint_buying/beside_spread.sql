-- question: How much do this council and these others each pay these suppliers for the same kind of thing?
-- takes: councils text[], periods text[], slugs text[], kinds text[]
-- gives: slug text, category text, council text, council_name text, amount_gbp double
-- one row per: slug, category, council
WITH wanted AS (
    SELECT unnest($slugs) AS slug, nullif(unnest($kinds), '') AS category
)
SELECT s.slug, y.category, y.council, c.name AS council_name,
       ledger.pounds(sum(y.amount_pence)) AS amount_gbp
FROM ledger.year_supplier y
JOIN ledger.supplier s USING (supplier)
JOIN (SELECT DISTINCT slug, category FROM wanted) w
  ON w.slug = s.slug AND w.category IS NOT DISTINCT FROM y.category
JOIN council c USING (council)
WHERE s.kind = 'organisation' AND y.council IN (SELECT unnest($councils))
  AND y.period IN (SELECT unnest($periods))
GROUP BY ALL
HAVING sum(y.amount_pence) > 0
ORDER BY s.slug, y.category, c.name, y.council
