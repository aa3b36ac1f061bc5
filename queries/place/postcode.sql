-- question: In which council does this postcode lie, or in which ones when only its beginning is given?
-- takes: postcode text, sector text, outward text
-- gives: council text, slug text, name text, class text, county text, county_name text,
--   county_slug text, exact boolean
-- one row per: council
WITH exact AS (SELECT council FROM postcode_exception WHERE postcode = $postcode),
hit AS (
    SELECT council, true AS exact FROM exact
    UNION ALL
    SELECT council, $postcode IS NOT NULL FROM postcode_sector
    WHERE sector = $sector AND NOT EXISTS (FROM exact)
    UNION ALL
    SELECT DISTINCT council, false FROM postcode_sector
    WHERE $sector IS NULL AND starts_with(sector, $outward || ' ')
)
SELECT c.council, c.slug, c.name, c.class, c.county, k.name AS county_name, k.slug AS county_slug, bool_or(h.exact) AS exact
FROM hit h JOIN council c USING (council) LEFT JOIN council k ON k.council = c.county
GROUP BY ALL
ORDER BY c.name
