-- question: Which changes of who delivers a service are known, and from what evidence?
-- takes: service text
-- gives: council text, slug text, name text, organisation text, deliverer text, plain_name text, since text, until text,
--   says text, evidence_url text, evidence_dated text
-- one row per: council, organisation, since
SELECT e.council, c.slug, c.name, e.organisation, e.model AS deliverer, m.plain_name, e.since, e.until, e.says,
       e.evidence_url, e.evidence_dated
FROM delivery_event e
JOIN council c USING (council)
JOIN delivery_model m USING (model)
WHERE e.service = $service
ORDER BY e.since NULLS LAST, c.name, e.organisation
