-- Services that are columns, in their order.
SELECT service, plain_name, official_name FROM service
WHERE service IN (SELECT service FROM spending_per_head) ORDER BY position
