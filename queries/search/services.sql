-- question: Which services can be looked for, by which words?
-- takes: nothing
-- gives: service text, plain_name text, official_name text, explanation text
-- one row per: service
SELECT service, plain_name, official_name, explanation
FROM service
WHERE service NOT IN ('total', 'decided', 'place', 'finance', 'other')
ORDER BY position
