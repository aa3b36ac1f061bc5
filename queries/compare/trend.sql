-- question: How has one measure moved for this council, beside peers of any choice?
-- takes: council text, model text, others text[], measure text
-- gives: period text, starts date, ends date, value double, lower double, upper double, status text,
--   note text, peers_n integer, peers_median double, peers_q1 double, peers_q3 double, source text
-- one row per: period
WITH subject AS (SELECT council, nation FROM council WHERE council = $council),
beside AS (
    SELECT service, peer FROM comparable_peer WHERE council = $council AND model = $model
    UNION
    SELECT a.service, b.council
    FROM responsibility a
    JOIN responsibility b USING (service, comparison_group)
    JOIN council c ON c.council = b.council
    JOIN subject s ON s.council = a.council AND s.nation = c.nation
    WHERE $model = 'own' AND list_contains($others, b.council) AND b.council <> a.council AND NOT c.sparse
), peers AS (
    SELECT v.period, CAST(count(v.real_value) AS INTEGER) AS peers_n, median(v.real_value) AS peers_median,
           quantile_cont(v.real_value, 0.25) AS peers_q1, quantile_cont(v.real_value, 0.75) AS peers_q3
    FROM measure m
    JOIN beside b ON b.service = m.service
    JOIN measure_value v ON v.measure = m.measure AND v.council = b.peer AND v.comparable
    WHERE m.measure = $measure
    GROUP BY v.period
)
SELECT v.period, v.starts, v.ends, v.real_value AS value, v.real_lower AS lower, v.real_upper AS upper, v.status,
       v.note, coalesce(p.peers_n, 0) AS peers_n, p.peers_median, p.peers_q1, p.peers_q3, v.source
FROM measure_value v
JOIN measure m USING (measure)
JOIN responsibility r ON r.council = v.council AND r.service = m.service
LEFT JOIN peers p USING (period)
WHERE v.council = $council AND v.measure = $measure
ORDER BY v.ends
