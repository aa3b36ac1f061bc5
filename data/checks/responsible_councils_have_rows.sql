-- check: Every council that a measure is meant for has a row for every period in which anybody of its nation has one, with a figure or a reason.
-- level: stop
WITH collected AS (
    SELECT DISTINCT v.measure, c.nation, v.period FROM value v JOIN council c USING (council)
)
SELECT k.measure, c.council, c.name, k.period
FROM collected k
JOIN measure m USING (measure)
JOIN period p USING (period)
JOIN responsibility r USING (service)
JOIN council c ON c.council = r.council AND c.nation = k.nation
WHERE (len(m.classes) = 0 OR list_contains(m.classes, c.class))
  AND coalesce(c.starts <= p.starts, true) AND coalesce(c.ends >= p.ends, true)
  AND NOT EXISTS (FROM value v WHERE v.measure = k.measure AND v.council = c.council AND v.period = k.period)
