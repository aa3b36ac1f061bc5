-- question: Which changes of who delivers a service are known, and from what evidence?
-- takes: service text
-- gives: council text, slug text, name text, organisation text, before text, before_name text, deliverer text,
--   plain_name text, since text, until text, says text, evidence_url text, evidence_dated text
-- one row per: council, organisation, since
SELECT e.council, c.slug, c.name, e.organisation, e.from_model AS before, b.plain_name AS before_name,
       e.model AS deliverer, m.plain_name, e.since, e.until, e.says, e.evidence_url, e.evidence_dated
FROM delivery_event e
JOIN council c USING (council)
JOIN delivery_model m USING (model)
LEFT JOIN delivery_model b ON b.model = e.from_model
WHERE e.service = $service
ORDER BY e.since NULLS LAST, c.name, e.organisation
