-- question: What do England's councils spend in all, service by service, in one year?
-- takes: period text
-- gives: service text, plain_name text, official_name text, councils integer, without_return integer,
--   value_gbp double, real_gbp double, derived boolean
-- one row per: service
SELECT s.service, s.plain_name, s.official_name,
       CAST(count(v.value_gbp) AS INTEGER) AS councils,
       CAST(count(*) - count(v.value_gbp) AS INTEGER) AS without_return,
       sum(v.value_gbp) AS value_gbp, sum(v.real_gbp) AS real_gbp,
       bool_or(v.status = 'derived') AS derived
FROM spending_per_head v
JOIN service s USING (service)
JOIN council c USING (council)
WHERE v.period = $period AND v.component = 'net_current_expenditure' AND c.class <> 'other' AND c.nation = 'England'
  AND v.status NOT IN ('not_responsible', 'not_collected')
GROUP BY s.service, s.plain_name, s.official_name, s.position
ORDER BY s.position
