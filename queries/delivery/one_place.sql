-- question: How has a measure moved in one place through its successive councils, beside today's county councils?
-- takes: places text[], measure text
-- gives: council text, name text, period text, value double, status text, note text, peers_n integer,
--   peers_median double, peers_q1 double, peers_q3 double, source text
-- one row per: council, period
WITH beside AS (
    -- The same councils in every year: counties that still stand. Pounds are in the edition's prices.
    SELECT v.period, CAST(count(v.real_value) AS INTEGER) AS peers_n, median(v.real_value) AS peers_median,
           quantile_cont(v.real_value, 0.25) AS peers_q1, quantile_cont(v.real_value, 0.75) AS peers_q3
    FROM measure_value v
    JOIN council c USING (council)
    WHERE v.measure = $measure AND v.left_out_because IS NULL AND c.class = 'county' AND c.ends IS NULL
      AND NOT list_contains($places, v.council)
    GROUP BY v.period
)
SELECT v.council, c.name, v.period, v.real_value AS value, v.status, v.note,
       coalesce(b.peers_n, 0) AS peers_n, b.peers_median, b.peers_q1, b.peers_q3, v.source
FROM measure_value v
JOIN council c USING (council)
LEFT JOIN beside b USING (period)
WHERE v.measure = $measure AND list_contains($places, v.council)
ORDER BY v.starts, c.name
