-- question: Which councils of today run each service, and in which groups may they be compared?
-- takes: nothing
-- gives: service text, plain_name text, official_name text, explanation text, nation text,
--   comparison_group text, councils integer, classes text[]
-- one row per: service, nation, comparison_group
SELECT s.service, s.plain_name, s.official_name, s.explanation, c.nation, r.comparison_group,
       CAST(count(*) AS INTEGER) AS councils, list(DISTINCT c.class ORDER BY c.class) AS classes
FROM current_responsibility r
JOIN service s USING (service)
JOIN council c USING (council)
WHERE c.class <> 'other' AND c.ends IS NULL AND s.service NOT IN ('total', 'decided', 'place', 'finance')
  AND EXISTS (FROM measure m WHERE m.service = s.service AND list_contains(m.nations, c.nation))
GROUP BY s.service, s.plain_name, s.official_name, s.explanation, s.position, c.nation, r.comparison_group
-- A group too small to say anything of is no group.
HAVING count(*) >= 10
ORDER BY s.position, c.nation, councils DESC, r.comparison_group
