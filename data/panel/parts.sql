-- Parts of services of which it is known who delivers them, with their sources.
SELECT p.delivery_service, p.service, p.plain_name, p.unit, list(DISTINCT d.source ORDER BY d.source) AS sources
FROM delivery_service p JOIN delivery d USING (delivery_service)
GROUP BY p.delivery_service, p.service, p.plain_name, p.unit, p.position ORDER BY p.position
