-- question: Of which parts of services is it known who delivers them, and for when?
-- takes: nothing
-- gives: delivery_service text, service text, plain_name text, official_name text, explanation text, counts text,
--   unit text, first_period text, last_period text, periods integer, councils integer, service_plain_name text,
--   service_official_name text
-- one row per: delivery_service
SELECT p.delivery_service, p.service, p.plain_name, p.official_name, p.explanation, p.counts, p.unit,
       arg_min(d.period, t.starts) AS first_period, arg_max(d.period, t.starts) AS last_period,
       CAST(count(DISTINCT d.period) AS INTEGER) AS periods,
       CAST(count(DISTINCT d.council) AS INTEGER) AS councils,
       s.plain_name AS service_plain_name, s.official_name AS service_official_name
FROM delivery_service p
JOIN delivery d USING (delivery_service)
JOIN period t USING (period)
JOIN service s ON s.service = p.service
WHERE d.share_pct IS NOT NULL
GROUP BY p.delivery_service, p.service, p.plain_name, p.official_name, p.explanation, p.counts, p.unit, p.position,
         s.plain_name, s.official_name
ORDER BY p.position
