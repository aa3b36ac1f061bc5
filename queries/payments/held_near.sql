-- question: Of which councils near this one are payments held?
-- takes: slug text, most integer
-- gives: slug text, name text, asked_name text, km double
-- one row per: slug
-- The middle of a county is that of its districts: the register's points for counties lie outside of them.
WITH middle AS (
    SELECT c.council, coalesce(avg(d.longitude), any_value(c.longitude)) AS longitude,
           coalesce(avg(d.latitude), any_value(c.latitude)) AS latitude
    FROM council c LEFT JOIN council d ON d.county = c.council GROUP BY c.council
), asked AS (
    SELECT council, name, m.longitude, m.latitude FROM council JOIN middle m USING (council) WHERE slug = $slug OR council = upper($slug)
    ORDER BY slug = $slug DESC LIMIT 1
)
SELECT c.slug, c.name, a.name AS asked_name,
       -- Between middles, on a globe of 6,371 km.
       2 * 6371 * asin(sqrt(pow(sin(radians(m.latitude - a.latitude) / 2), 2)
           + cos(radians(a.latitude)) * cos(radians(m.latitude))
           * pow(sin(radians(m.longitude - a.longitude) / 2), 2))) AS km
FROM asked a
JOIN council c ON c.council <> a.council AND c.council IN (SELECT council FROM ledger.month_held)
JOIN middle m ON m.council = c.council
ORDER BY km NULLS LAST, c.name
LIMIT greatest($most, 0)
