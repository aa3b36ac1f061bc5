-- question: How has one kind of deliverer's share moved in this council, beside its peers?
-- takes: part text, deliverer text, council text, model text
-- gives: period text, series text, value double, status text, note text, peers_n integer, peers_median double,
--   peers_q1 double, peers_q3 double, source text
-- one row per: period
-- A share of too few (delivery_service.min_total) is missing, the council's own and its peers'; its note says why.
WITH share AS (
    SELECT council, period, starts, series, CASE WHEN left_out_because IS NULL THEN share_pct END AS value, status,
           note, source
    FROM delivery_share WHERE delivery_service = $part AND model = $deliverer
), beside AS (
    SELECT s.period, CAST(count(s.value) AS INTEGER) AS peers_n, median(s.value) AS peers_median,
           quantile_cont(s.value, 0.25) AS peers_q1, quantile_cont(s.value, 0.75) AS peers_q3
    FROM comparable_peer p
    JOIN share s ON s.council = p.peer
    WHERE p.council = $council AND p.model = $model
      AND p.service = (SELECT service FROM delivery_service WHERE delivery_service = $part)
    GROUP BY s.period
)
SELECT s.period, s.series, s.value, s.status, s.note, coalesce(b.peers_n, 0) AS peers_n, b.peers_median,
       b.peers_q1, b.peers_q3, s.source
FROM share s
LEFT JOIN beside b USING (period)
WHERE s.council = $council
ORDER BY s.starts
