-- question: What do England's councils spend per resident on a service, or a sum of services, in each district or single-tier area, county and district added?
-- takes: period text, service text
-- gives: council text, slug text, name text, value double, status text, note text, sparse boolean,
--   own_gbp_per_head double, county_gbp_per_head double, county_name text
-- one row per: council
WITH amount AS (
    SELECT council, per_head_status AS status, real_per_head_gbp
    FROM spending_per_head JOIN council USING (council)
    WHERE nation = 'England' AND period = $period AND component = 'net_current_expenditure' AND service = $service
)
SELECT c.council, c.slug, c.name,
       CASE WHEN c.county IS NULL THEN own.real_per_head_gbp ELSE own.real_per_head_gbp + upper.real_per_head_gbp END AS value,
       -- The other nations count their services otherwise.
       CASE WHEN c.nation <> 'England' THEN 'not_comparable'
            WHEN own.council IS NULL THEN 'not_collected'
            WHEN own.real_per_head_gbp IS NULL THEN own.status
            WHEN c.county IS NOT NULL AND upper.real_per_head_gbp IS NULL THEN coalesce(upper.status, 'not_collected')
            WHEN 'derived' IN (own.status, coalesce(upper.status, '')) THEN 'derived'
            ELSE own.status END AS status,
       CASE WHEN c.county IS NOT NULL THEN 'District and ' || k.name || ' added' END AS note,
       c.sparse, own.real_per_head_gbp AS own_gbp_per_head, upper.real_per_head_gbp AS county_gbp_per_head,
       k.name AS county_name
FROM council c
LEFT JOIN council k ON k.council = c.county
LEFT JOIN amount own ON own.council = c.council
LEFT JOIN amount upper ON upper.council = c.county
JOIN period t ON t.period = $period
WHERE c.class NOT IN ('other', 'county')
  AND (c.starts IS NULL OR c.starts <= t.starts) AND (c.ends IS NULL OR c.ends >= t.ends)
ORDER BY c.name, c.council
