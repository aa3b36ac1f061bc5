-- question: Whose residents does each body serve, area by area, in a year?
-- takes: period text, nation text
-- gives: name text, is_council boolean, area text, region text, residents integer
-- one row per: name, area
-- An area is a district or single-tier council of that year. Where a district's own residents were not counted, the rest
-- of its county is an area too. Police, fire and Greater London serve the areas of those councils that name them; whom
-- other bodies serve is not known here.
WITH standing AS (
    SELECT c.council, c.name, c.class, c.county, c.region, c.police_authority, c.fire_authority, p.residents
    FROM council c
    JOIN period t ON t.period = $period
    LEFT JOIN population p ON p.council = c.council AND p.year = year(t.starts)
    WHERE c.nation = $nation AND c.class <> 'other'
      AND (c.starts IS NULL OR c.starts <= t.starts) AND (c.ends IS NULL OR c.ends >= t.ends)
), area AS (
    SELECT council AS area, council, county, region, police_authority, fire_authority, residents
    FROM standing WHERE class <> 'county' AND residents IS NOT NULL
    UNION ALL
    SELECT k.council, NULL, k.council, k.region, k.police_authority, k.fire_authority,
           k.residents - coalesce(sum(d.residents), 0)
    FROM standing k LEFT JOIN standing d ON d.county = k.council
    WHERE k.class = 'county'
    GROUP BY k.council, k.region, k.police_authority, k.fire_authority, k.residents
    -- Past years are published for the areas of today: their sum can be a few people off.
    HAVING k.residents - coalesce(sum(d.residents), 0) > 0.01 * k.residents
)
SELECT b.name, b.class <> 'other' AS is_council, a.area, a.region, CAST(a.residents AS INTEGER) AS residents
FROM area a
JOIN council b ON b.council IN (a.council, a.county)
   OR (b.class = 'other' AND b.ecode IN (a.police_authority, a.fire_authority))
WHERE b.nation = $nation
ORDER BY b.name, b.council, a.area
