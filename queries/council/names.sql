-- question: Which councils exist or have existed, and under which names?
-- takes: nothing
-- gives: council text, slug text, name text, official_name text, other_names text[], class text,
--   nation text, region text, county text, starts date, ends date, sparse boolean
-- one row per: council
SELECT c.council, c.slug, c.name, c.official_name,
       list_distinct(c.other_names || coalesce((SELECT list(p.code ORDER BY p.code) FROM place_code p
                                                WHERE p.council = c.council AND p.scheme = 'name'), [])) AS other_names,
       c.class, c.nation, c.region, c.county, c.starts, c.ends, c.sparse
FROM council c
WHERE c.class <> 'other'
ORDER BY c.ends IS NOT NULL, c.name, c.council
