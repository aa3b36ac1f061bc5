-- question: For which councils is it known who delivers a part of a service?
-- takes: part text
-- gives: council text, slug text, name text, periods integer
-- one row per: council
SELECT c.council, c.slug, c.name, CAST(count(DISTINCT d.period) AS INTEGER) AS periods
FROM delivery d JOIN council c USING (council)
WHERE d.delivery_service = $part AND d.share_pct IS NOT NULL
GROUP BY c.council, c.slug, c.name
ORDER BY c.name, c.council
