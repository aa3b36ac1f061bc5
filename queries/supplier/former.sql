-- question: Of which supplier is the name that an earlier edition made this address of one name now?
-- takes: supplier_slug text
-- gives: slug text, name text, spelling text
-- one row per: slug
-- Addresses are made of names as data/build/suppliers/slugs.py does; of several suppliers with one
-- name each had a piece of a digest behind it, which is taken off.
WITH asked AS (
    SELECT unnest(list_distinct([$supplier_slug, regexp_replace($supplier_slug, '-[0-9a-f]{4,12}$', '')])) AS slug
), said AS (
    SELECT supplier, name,
           trim(regexp_replace(lower(strip_accents(replace(replace(replace(name, '&', ' and '), '''', ''), '’', ''))),
                               '[^a-z0-9]+', '-', 'g'), '-') AS whole
    FROM ledger.supplier_name
), made AS (
    SELECT supplier, name,
           CASE WHEN length(whole) <= 60 THEN whole
                ELSE regexp_replace(whole[:60], '-[^-]*$', '') END AS slug
    FROM said
)
SELECT s.slug, s.name, min(m.name) AS spelling
FROM made m JOIN asked a ON a.slug = m.slug JOIN ledger.supplier s USING (supplier)
WHERE s.kind = 'organisation' AND length(a.slug) > 2
GROUP BY s.slug, s.name, s.councils
ORDER BY s.councils DESC, s.slug
LIMIT 5
