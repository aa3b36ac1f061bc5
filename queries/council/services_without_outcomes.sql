-- question: From which services that this council runs does no figure of its nation say what people get?
-- takes: council text
-- gives: service text, plain_name text, official_name text
-- one row per: service
-- Of services that something is measured of in another nation: lines of money alone have no outcome anywhere.
SELECT s.service, s.plain_name, s.official_name
FROM current_responsibility r
JOIN service s USING (service)
JOIN council c USING (council)
WHERE r.council = $council
  AND EXISTS (FROM measure m WHERE m.service = s.service AND m.kind IN ('outcome', 'activity'))
  AND NOT EXISTS (
    FROM value v JOIN measure m USING (measure) JOIN council k ON k.council = v.council
    WHERE m.service = s.service AND m.kind IN ('outcome', 'activity') AND k.nation = c.nation AND v.value IS NOT NULL
  )
ORDER BY s.position
