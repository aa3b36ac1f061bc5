-- question: How has one measure moved for this council, beside its peers?
-- takes: council text, model text, measure text
-- gives: period text, value double, lower double, upper double, status text, note text,
--   peers_n integer, peers_median double, peers_q1 double, peers_q3 double, numerator double,
--   denominator double, cash_value double, source text
-- one row per: period
WITH beside AS (
    SELECT v.period, CAST(count(v.real_value) AS INTEGER) AS peers_n, median(v.real_value) AS peers_median,
           quantile_cont(v.real_value, 0.25) AS peers_q1, quantile_cont(v.real_value, 0.75) AS peers_q3
    FROM measure m
    JOIN comparable_peer p ON p.council = $council AND p.model = $model AND p.service = m.service
    JOIN measure_value v ON v.measure = m.measure AND v.council = p.peer AND v.comparable
    WHERE m.measure = $measure
    GROUP BY v.period
)
SELECT v.period, v.real_value AS value, v.real_lower AS lower, v.real_upper AS upper, v.status, v.note,
       coalesce(b.peers_n, 0) AS peers_n, b.peers_median, b.peers_q1, b.peers_q3, v.numerator, v.denominator,
       v.value AS cash_value, v.source
FROM measure_value v LEFT JOIN beside b USING (period)
WHERE v.council = $council AND v.measure = $measure
ORDER BY v.ends
