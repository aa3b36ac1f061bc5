-- question: Which councils came before this one, and which after?
-- takes: council text
-- gives: direction text, council text, slug text, name text, class text, takes_effect date,
--   kind text
-- one row per: direction, council
SELECT 'before' AS direction, c.council, c.slug, c.name, c.class, s.takes_effect, s.kind
FROM succession s JOIN council c ON c.council = s.predecessor
WHERE s.successor = $council
UNION ALL
SELECT 'after', c.council, c.slug, c.name, c.class, s.takes_effect, s.kind
FROM succession s JOIN council c ON c.council = s.successor
WHERE s.predecessor = $council
ORDER BY 1, 3
