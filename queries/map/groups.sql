-- question: Which groups of councils, each comparable within itself, have figures on a measure?
-- takes: measure text, nation text
-- gives: comparison_group text, figures integer, counties integer, districts integer, classes text[]
-- one row per: comparison_group
SELECT r.comparison_group, CAST(count(v.value) AS INTEGER) AS figures,
       CAST(count(v.value) FILTER (c.class = 'county') AS INTEGER) AS counties,
       CAST(count(v.value) FILTER (c.class = 'district') AS INTEGER) AS districts,
       list(DISTINCT c.class ORDER BY c.class) FILTER (v.value IS NOT NULL) AS classes
FROM value v
JOIN measure m USING (measure)
JOIN council c USING (council)
JOIN responsibility r ON r.service = m.service AND r.council = v.council
WHERE v.measure = $measure AND c.nation = $nation
GROUP BY r.comparison_group
HAVING count(v.value) > 0
ORDER BY figures DESC, r.comparison_group
