-- question: Which changes of who delivers a service are known of these councils?
-- takes: service text, places text[]
-- gives: council text, name text, organisation text, since text, until text, says text, evidence_url text,
--   evidence_dated text
-- one row per: council, organisation, since
SELECT e.council, c.name, e.organisation, e.since, e.until, e.says, e.evidence_url, e.evidence_dated
FROM delivery_event e
JOIN council c USING (council)
WHERE e.service = $service AND list_contains($places, e.council)
ORDER BY e.since NULLS LAST, c.name, e.organisation
