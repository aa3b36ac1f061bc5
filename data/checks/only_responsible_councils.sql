-- check: No council has a figure for a service that it does not run, or did not run in any part of the period.
-- level: stop
SELECT v.measure, v.council, c.name, v.period, v.value
FROM value v JOIN measure m USING (measure) JOIN council c USING (council) JOIN period t USING (period)
WHERE v.value IS NOT NULL
  AND NOT EXISTS (
      FROM responsibility r
      WHERE r.service = m.service AND r.council = v.council
        -- What describes the place is there whoever has the duty.
        AND (m.describes = 'place' OR (coalesce(r.starts <= t.ends, true) AND coalesce(r.ends >= t.starts, true))))
