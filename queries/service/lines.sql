-- question: What is a service's spending made of, in all councils of a group, and in one of them beside its peers?
-- takes: service text, nation text, comparison_group text, period text, council text
-- gives: line text, part_of text, plain_name text, official_name text, group_gbp double,
--   group_n integer, value double, status text, note text, peers_n integer, peers_median double,
--   peers_q1 double, peers_q3 double, peers_min double, peers_max double, value_gbp double,
--   residents integer, certified boolean, source text, residents_source text
-- one row per: line
-- £ per resident in the edition's prices; the group's pounds are of the year.
WITH member AS (
    SELECT c.council, c.sparse, p.residents, p.source
    FROM responsibility r
    JOIN council c USING (council)
    JOIN period t ON t.period = $period
    LEFT JOIN population p ON p.council = c.council AND p.year = year(t.starts)
    WHERE r.service = $service AND c.nation = $nation AND r.comparison_group = $comparison_group AND c.class <> 'other'
), amount AS (
    SELECT l.*, m.residents, m.source AS residents_source, l.value_gbp * 100 / d.index / m.residents AS real_per_head_gbp
    FROM spending_line l
    JOIN member m USING (council)
    LEFT JOIN deflator d ON d.period = l.period
    WHERE l.period = $period AND l.component = 'net_current_expenditure'
), beside AS (
    SELECT a.line, CAST(count(*) AS INTEGER) AS peers_n, median(a.real_per_head_gbp) AS peers_median,
           quantile_cont(a.real_per_head_gbp, 0.25) AS peers_q1, quantile_cont(a.real_per_head_gbp, 0.75) AS peers_q3,
           min(a.real_per_head_gbp) AS peers_min, max(a.real_per_head_gbp) AS peers_max
    FROM amount a JOIN comparable_peer p ON p.peer = a.council
    WHERE p.council = $council AND p.service = $service AND p.model = 'usual' AND a.real_per_head_gbp IS NOT NULL
    GROUP BY a.line
), whole AS (
    SELECT line, sum(value_gbp) AS group_gbp, CAST(count(value_gbp) AS INTEGER) AS group_n, any_value(source) AS source
    FROM amount GROUP BY line
)
SELECT n.line, n.part_of, n.plain_name, n.official_name, w.group_gbp, w.group_n,
       a.real_per_head_gbp AS value,
       CASE WHEN a.value_gbp IS NOT NULL AND a.residents IS NULL THEN 'no_residents' ELSE a.status END AS status, a.note,
       coalesce(b.peers_n, 0) AS peers_n, b.peers_median, b.peers_q1, b.peers_q3, b.peers_min, b.peers_max,
       a.value_gbp, CAST(a.residents AS INTEGER) AS residents, a.certified, w.source, a.residents_source
FROM service_line n
JOIN whole w USING (line)
LEFT JOIN amount a ON a.line = n.line AND a.council = $council
LEFT JOIN beside b ON b.line = n.line
LEFT JOIN service_line o ON o.line = n.part_of
LEFT JOIN whole ow ON ow.line = n.part_of
WHERE n.service = $service
-- The largest first, each before what it is made of.
ORDER BY coalesce(ow.group_gbp, w.group_gbp) DESC NULLS LAST, coalesce(o.position, n.position), n.part_of IS NOT NULL, w.group_gbp DESC NULLS LAST, n.position
