-- question: By what way could who delivers a service reach an outcome, and where is no way known?
-- takes: service text
-- gives: delivery_service text, model text, measure text, mechanism text, expected text, exposed text, reason text
-- one row per: delivery_service, model, measure
-- Without a part of the service it is about a change of who runs the whole; without a kind of deliverer, about any.
SELECT m.delivery_service, m.model, m.measure, m.mechanism, m.expected, m.exposed, m.reason
FROM delivery_mechanism m
LEFT JOIN delivery_service p USING (delivery_service)
LEFT JOIN delivery_model d USING (model)
JOIN measure o ON o.measure = m.measure
WHERE m.service = $service
ORDER BY p.position NULLS LAST, o.position, m.measure, d.position NULLS LAST
