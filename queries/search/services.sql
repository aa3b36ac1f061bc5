-- question: Which services can be looked for, by which words, and in which nations are they named so?
-- takes: nothing
-- gives: service text, plain_name text, official_name text, explanation text, nations text[]
-- one row per: service
WITH named AS (
    SELECT s.service, list(DISTINCT c.nation ORDER BY c.nation) AS nations
    FROM spending s JOIN council c USING (council) GROUP BY s.service
)
SELECT service, plain_name, official_name, explanation, coalesce(nations, []) AS nations
FROM service LEFT JOIN named USING (service)
WHERE service NOT IN ('total', 'decided', 'place', 'finance', 'other')
ORDER BY position
