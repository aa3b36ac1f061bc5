-- question: Which services are told apart, and what is in each?
-- takes: nothing
-- gives: service text, plain_name text, official_name text, explanation text, not_decided_because text
-- one row per: service
SELECT service, plain_name, official_name, explanation, not_decided_because FROM service ORDER BY position, service
