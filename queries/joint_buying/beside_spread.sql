-- question: How much do this council and these others each pay these suppliers for the same kind of thing?
-- takes: councils text[], periods text[], slugs text[], kinds text[]
-- gives: slug text, category text, council text, council_name text, amount_gbp double
-- one row per: slug, category, council
WITH wanted AS (
    SELECT unnest($slugs) AS slug, nullif(unnest($kinds), '') AS category
), chosen AS MATERIALIZED (
    -- First whose they are: their sums are then found by their numbers.
    SELECT s.supplier, s.slug, w.category
    FROM (SELECT DISTINCT slug, category FROM wanted) w JOIN ledger.supplier s USING (slug)
    WHERE s.kind = 'organisation'
), paid AS MATERIALIZED (
    SELECT * FROM ledger.year_supplier
    WHERE supplier IN (SELECT supplier FROM chosen)
      AND council IN (SELECT unnest($councils)) AND period IN (SELECT unnest($periods))
)
SELECT s.slug, y.category, y.council, c.name AS council_name,
       ledger.pounds(sum(y.amount_pence)) AS amount_gbp
FROM paid y
JOIN chosen s ON s.supplier = y.supplier AND s.category IS NOT DISTINCT FROM y.category
JOIN council c USING (council)
GROUP BY ALL
HAVING sum(y.amount_pence) > 0
ORDER BY s.slug, y.category, c.name, y.council
