-- question: Which services are for a part of the residents, and by whom is their spending divided besides?
-- takes: nation text
-- gives: service text, plain_name text, official_name text, measure text, served text
-- one row per: measure
SELECT m.service, s.plain_name, s.official_name, m.measure, m.denominator AS served
FROM measure m JOIN service s USING (service)
WHERE m.family = 'spending_of_served' AND list_contains(m.nations, $nation)
ORDER BY s.position, m.position
