-- check: Every comment of a council is about a council, a measure or service, and a period that are there.
-- level: stop
SELECT d.council, d.measure, d.service, d.period, d.said_on
FROM declared.council_comment d
LEFT JOIN council c USING (council)
LEFT JOIN measure m USING (measure)
LEFT JOIN service s ON s.service = d.service
LEFT JOIN period p ON p.period = d.period
WHERE c.council IS NULL
   OR (d.measure IS NOT NULL AND m.measure IS NULL)
   OR (d.service IS NOT NULL AND s.service IS NULL)
   OR (d.period IS NOT NULL AND p.period IS NULL)
ORDER BY ALL
