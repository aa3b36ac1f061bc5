-- question: Of which councils near this one are payments held?
-- takes: slug text, most integer
-- gives: slug text, name text, asked_name text, km double
-- one row per: slug
WITH asked AS (
    SELECT council, name, longitude, latitude FROM council WHERE slug = $slug OR council = upper($slug)
    ORDER BY slug = $slug DESC LIMIT 1
)
SELECT c.slug, c.name, a.name AS asked_name,
       -- Between middles, on a globe of 6,371 km.
       2 * 6371 * asin(sqrt(pow(sin(radians(c.latitude - a.latitude) / 2), 2)
           + cos(radians(a.latitude)) * cos(radians(c.latitude))
           * pow(sin(radians(c.longitude - a.longitude) / 2), 2))) AS km
FROM asked a
JOIN council c ON c.council <> a.council AND c.council IN (SELECT council FROM ledger.month_held)
ORDER BY km NULLS LAST, c.name
LIMIT greatest($most, 0)
