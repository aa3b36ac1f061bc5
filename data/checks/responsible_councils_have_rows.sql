-- check: Every council that runs the service has a row for every period of a measure, with a figure or a reason.
-- level: stop
WITH collected AS (
    SELECT DISTINCT v.measure, c.nation, v.period FROM value v JOIN council c USING (council)
), class_of AS (
    -- Some measures are for some classes only: those that have any row.
    SELECT DISTINCT v.measure, c.class FROM value v JOIN council c USING (council)
)
SELECT k.measure, c.council, c.name, k.period
FROM collected k
JOIN measure m USING (measure)
JOIN period p USING (period)
JOIN responsibility r USING (service)
JOIN council c ON c.council = r.council AND c.nation = k.nation
JOIN class_of ON class_of.measure = k.measure AND class_of.class = c.class
WHERE coalesce(c.starts <= p.starts, true) AND coalesce(c.ends >= p.ends, true)
  AND NOT EXISTS (FROM value v WHERE v.measure = k.measure AND v.council = c.council AND v.period = k.period)
