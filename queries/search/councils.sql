-- question: Which councils can be looked for, by which names, and where are they?
-- takes: nothing
-- gives: council text, slug text, name text, official_name text, other_names text[], class text,
--   nation text, region text, county_name text, county_slug text, combined_authority text,
--   ends date, after_slugs text[], after_names text[]
-- one row per: council
WITH after AS (
    SELECT s.predecessor AS council, list(c.slug ORDER BY c.name) AS slugs, list(c.name ORDER BY c.name) AS names
    FROM succession s JOIN council c ON c.council = s.successor
    GROUP BY s.predecessor
), named AS (
    SELECT council, list(code ORDER BY code) AS names FROM place_code WHERE scheme = 'name' GROUP BY council
)
SELECT c.council, c.slug, c.name, c.official_name,
       list_distinct(c.other_names || coalesce(n.names, [])) AS other_names,
       c.class, c.nation, c.region, k.name AS county_name, k.slug AS county_slug, c.combined_authority, c.ends,
       coalesce(a.slugs, []) AS after_slugs, coalesce(a.names, []) AS after_names
FROM council c
LEFT JOIN council k ON k.council = c.county
LEFT JOIN after a ON a.council = c.council
LEFT JOIN named n ON n.council = c.council
WHERE c.class <> 'other'
ORDER BY c.ends IS NOT NULL, c.name, c.council
