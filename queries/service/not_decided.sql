-- question: Which services are left out of what a council decides on, and why?
-- takes: nothing
-- gives: service text, plain_name text, official_name text, because text
-- one row per: service
SELECT service, plain_name, official_name, not_decided_because AS because
FROM service WHERE not_decided_because IS NOT NULL
ORDER BY position
