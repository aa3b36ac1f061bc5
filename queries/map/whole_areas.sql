-- question: What is spent per resident in each district or single-tier area, county and district added?
-- takes: measure text, period text, nation text, prices text
-- gives: council text, slug text, name text, class text, region text, value double, own double,
--   county_part double, county_name text, status text, note text, sparse boolean, starts date, ends date,
--   source text
-- one row per: council
WITH amount AS (
    SELECT v.council, v.status, v.note, v.source,
           CASE $prices WHEN 'cash' THEN v.value ELSE v.real_value END AS value
    FROM measure_value v
    JOIN measure m USING (measure)
    JOIN responsibility r ON r.service = m.service AND r.council = v.council
    WHERE v.measure = $measure AND v.period = $period AND v.status <> 'not_responsible'
)
SELECT c.council, c.slug, c.name, c.class, c.region,
       CASE WHEN own.council IS NULL THEN upper.value
            WHEN upper.council IS NULL THEN own.value
            ELSE own.value + upper.value END AS value,
       own.value AS own, upper.value AS county_part, k.name AS county_name,
       CASE WHEN own.council IS NOT NULL AND own.value IS NULL THEN own.status
            WHEN upper.council IS NOT NULL AND upper.value IS NULL THEN upper.status
            WHEN 'derived' IN (coalesce(own.status, ''), coalesce(upper.status, '')) THEN 'derived'
            ELSE coalesce(own.status, upper.status) END AS status,
       CASE WHEN own.council IS NOT NULL AND own.value IS NULL THEN own.note
            WHEN upper.council IS NOT NULL AND upper.value IS NULL THEN upper.note
            WHEN own.council IS NOT NULL AND upper.council IS NOT NULL
            THEN 'District and ' || k.name || ' added' END AS note,
       c.sparse, c.starts, c.ends, coalesce(own.source, upper.source) AS source
FROM council c
LEFT JOIN council k ON k.council = c.county
LEFT JOIN amount own ON own.council = c.council
LEFT JOIN amount upper ON upper.council = c.county
JOIN period t ON t.period = $period
WHERE c.class NOT IN ('other', 'county') AND c.nation = $nation
  AND (c.starts IS NULL OR c.starts <= t.starts) AND (c.ends IS NULL OR c.ends >= t.ends)
  AND (own.council IS NOT NULL OR upper.council IS NOT NULL)
ORDER BY c.name, c.council
