-- question: Which hexagons stand for each council of a nation: its own, or those of its districts?
-- takes: nation text
-- gives: council text, place text, place_name text, q integer, r integer
-- one row per: council, place
SELECT c.council, c.council AS place, c.name AS place_name, h.q, h.r
FROM hex h JOIN council c USING (council)
WHERE c.nation = $nation
UNION ALL
SELECT c.county, c.council, c.name, h.q, h.r
FROM hex h JOIN council c USING (council)
WHERE c.nation = $nation AND c.county IS NOT NULL
ORDER BY ALL
