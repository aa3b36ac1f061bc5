-- question: Which councils stand or stood, under which codes, and where?
-- takes: councils text[], nation text, class text, region text, standing boolean, rows integer, skip integer
-- gives: council text, slug text, name text, official_name text, class text, tier text, nation text, region text,
--   county_slug text, combined_authority text, gss text, gss_before text[], ecode text, starts date, ends date,
--   successors text[], residents integer, residents_year integer, area_km2 double, longitude double,
--   latitude double, rural_urban text, total integer
-- one row per: council
WITH found AS (
    FROM council
    WHERE class <> 'other'
      AND ($councils IS NULL OR list_contains($councils, council))
      AND ($nation IS NULL OR nation = $nation)
      AND ($class IS NULL OR class = $class)
      AND ($region IS NULL OR region = $region)
      AND ($standing IS NULL OR (ends IS NULL) = $standing)
), after AS (
    SELECT s.predecessor AS council, list(c.slug ORDER BY c.slug) AS successors
    FROM succession s JOIN council c ON c.council = s.successor
    GROUP BY s.predecessor
), counted AS (
    SELECT council, max(year) AS year, arg_max(residents, year) AS residents FROM population GROUP BY council
)
SELECT f.council, f.slug, f.name, f.official_name, f.class, f.tier, f.nation, f.region, k.slug AS county_slug,
       f.combined_authority, f.gss, f.gss_before, f.ecode, f.starts, f.ends, coalesce(a.successors, []) AS successors,
       CAST(n.residents AS INTEGER) AS residents, n.year AS residents_year, f.area_km2, f.longitude, f.latitude,
       f.rural_urban, CAST((SELECT count(*) FROM found) AS INTEGER) AS total
FROM found f
LEFT JOIN council k ON k.council = f.county
LEFT JOIN after a ON a.council = f.council
LEFT JOIN counted n ON n.council = f.council
ORDER BY f.ends IS NOT NULL, f.name, f.council
LIMIT greatest($rows, 0) OFFSET greatest($skip, 0)
