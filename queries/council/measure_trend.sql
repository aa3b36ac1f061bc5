-- question: How has one measure moved for this council, beside its peers?
-- takes: council text, model text, others text[], measure text
-- gives: period text, value double, lower double, upper double, status text, note text,
--   peers_n integer, peers_median double, peers_q1 double, peers_q3 double, numerator double,
--   denominator double, cash_value double, source text
-- one row per: period
WITH figures AS MATERIALIZED (FROM compared($council, $model, $others, $measure)),
beside AS (
    SELECT period, CAST(count(*) AS INTEGER) AS peers_n,
           censored_quantile(real_value, censored, 0.5) AS peers_median,
           censored_quantile(real_value, censored, 0.25) AS peers_q1,
           censored_quantile(real_value, censored, 0.75) AS peers_q3
    FROM figures WHERE council <> $council AND (left_out_because IS NULL OR censored)
    GROUP BY period
)
SELECT v.period, v.real_value AS value, v.real_lower AS lower, v.real_upper AS upper, v.status, v.note,
       coalesce(b.peers_n, 0) AS peers_n, b.peers_median, b.peers_q1, b.peers_q3, v.numerator, v.denominator,
       v.value AS cash_value, v.source
FROM figures v LEFT JOIN beside b USING (period)
WHERE v.council = $council
ORDER BY v.ends
