-- check: No council has a figure for a service that it does not run.
-- level: stop
SELECT v.measure, v.council, c.name, v.period, v.value
FROM value v JOIN measure m USING (measure) JOIN council c USING (council)
WHERE v.value IS NOT NULL
  AND NOT EXISTS (FROM responsibility r WHERE r.service = m.service AND r.council = v.council)
