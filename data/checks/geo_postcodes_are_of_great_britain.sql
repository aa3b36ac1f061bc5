-- check: No postcode of Northern Ireland is in the edition (its licence does not allow it).
-- level: stop
SELECT sector AS postcode FROM postcode_sector WHERE sector LIKE 'BT%'
UNION ALL
SELECT postcode FROM postcode_exception WHERE postcode LIKE 'BT%'
