-- question: Which councils' payments are held?
-- takes: nothing
-- gives: council text, slug text, name text, class text, nation text, region text
-- one row per: council
SELECT c.council, c.slug, c.name, c.class, c.nation, c.region
FROM ledger.publisher p JOIN council c USING (council)
ORDER BY c.name, c.council
