-- check: At any date a code or name means one council.
-- level: stop
SELECT a.scheme, a.code, a.council, b.council AS other_council
FROM place_code a JOIN place_code b ON a.scheme = b.scheme AND a.code = b.code AND a.council < b.council
WHERE coalesce(a.valid_from, DATE '0001-01-01') < coalesce(b.valid_to, DATE '9999-12-31')
  AND coalesce(b.valid_from, DATE '0001-01-01') < coalesce(a.valid_to, DATE '9999-12-31')
