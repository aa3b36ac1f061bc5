-- question: Which sums of services do pages lead with: what a council decides on, and all that it runs?
-- takes: nothing
-- gives: service text, plain_name text, official_name text, explanation text
-- one row per: service
SELECT service, plain_name, official_name, explanation
FROM service WHERE service IN ('decided', 'total')
ORDER BY position
