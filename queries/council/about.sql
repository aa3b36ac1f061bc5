-- question: What kind of council is this?
-- takes: council text
-- gives: council text, slug text, name text, official_name text, class text, tier text,
--   nation text, region text, county text, county_name text, county_slug text,
--   combined_authority text, fire_authority_name text, police_authority_name text,
--   rural_urban text, sparse boolean, starts date, ends date, residents integer,
--   residents_year integer, residents_source text, gss text
-- one row per: council
SELECT c.council, c.slug, c.name, c.official_name, c.class, c.tier, c.nation, c.region, c.county,
       k.name AS county_name, k.slug AS county_slug, c.combined_authority,
       fire.name AS fire_authority_name, police.name AS police_authority_name,
       c.rural_urban, c.sparse, c.starts, c.ends,
       CAST(p.residents AS INTEGER) AS residents, p.year AS residents_year,
       p.source AS residents_source, c.gss
FROM council c
LEFT JOIN council k ON k.council = c.county
LEFT JOIN council fire ON fire.ecode = c.fire_authority
LEFT JOIN council police ON police.ecode = c.police_authority
LEFT JOIN (SELECT * FROM population WHERE council = $council ORDER BY year DESC LIMIT 1) p ON true
WHERE c.council = $council
