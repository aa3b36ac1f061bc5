-- check: Every children's home on the register is counted once, and every open static library; only providers outside England are left out.
-- level: stop
WITH register AS (
    SELECT period, count(*) AS homes FROM raw.childrens_provider r JOIN council c USING (council)
    WHERE (type ILIKE '%children''s home%' OR type ILIKE '%>295 days%') AND c.nation = 'England' GROUP BY period
), building AS (
    SELECT period, count(*) AS libraries FROM raw.library
    WHERE type ILIKE 'static%' AND type NOT ILIKE '%archive%' AND lower(trim(operation)) NOT IN ('closed', 'temporary closure', 'facility not open') GROUP BY period
), ours AS (
    SELECT delivery_service, period, sum(value) AS number FROM delivery WHERE delivery_service IN ('childrens_homes', 'libraries') GROUP BY ALL
)
SELECT 'childrens_homes' AS what, r.period, r.homes AS published, o.number AS ours
FROM register r LEFT JOIN ours o ON o.delivery_service = 'childrens_homes' AND o.period = r.period
WHERE o.number IS DISTINCT FROM r.homes
UNION ALL
SELECT 'libraries', b.period, b.libraries, o.number
FROM building b LEFT JOIN ours o ON o.delivery_service = 'libraries' AND o.period = b.period
WHERE o.number IS DISTINCT FROM b.libraries
