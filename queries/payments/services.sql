-- question: Which services do payments tell of?
-- takes: nothing
-- gives: service text, plain_name text
-- one row per: service
SELECT service, plain_name FROM service
WHERE service IN (SELECT service FROM ledger.wording)
ORDER BY position
