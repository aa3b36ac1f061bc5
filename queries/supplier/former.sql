-- question: Of which supplier is the name that an earlier edition made this address of one name now?
-- takes: supplier_slug text
-- gives: slug text, name text, spelling text
-- one row per: slug
SELECT s.slug, s.name, f.name AS spelling
FROM ledger.supplier_address f JOIN ledger.supplier s USING (supplier)
WHERE f.slug = $supplier_slug
ORDER BY s.councils DESC, s.slug
LIMIT 5
