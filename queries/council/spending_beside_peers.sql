-- question: What does this council spend on each service, beside its peers?
-- takes: council text, model text, others text[], period text, money text
-- gives: service text, plain_name text, official_name text, value double, status text,
--   peers_n integer, peers_median double, peers_q1 double, peers_q3 double, peers_min double,
--   peers_max double, value_gbp double, residents integer, certified boolean, source text, note text
-- one row per: service
WITH amount AS (
    SELECT council, service, censored, value_gbp, residents, certified, source, note,
           CASE WHEN $money LIKE '%per_head' THEN per_head_status ELSE status END AS status,
           CASE $money
               WHEN 'real_per_head' THEN real_per_head_gbp
               WHEN 'cash_per_head' THEN per_head_gbp
               WHEN 'real_total' THEN real_gbp
               WHEN 'cash_total' THEN value_gbp
           END AS value
    FROM spending_per_head
    WHERE period = $period AND component = 'net_current_expenditure'
), beside AS (
    SELECT p.service, CAST(count(*) FILTER (a.value IS NOT NULL OR a.censored) AS INTEGER) AS peers_n,
           censored_quantile(a.value, a.censored, 0.5) AS peers_median,
           censored_quantile(a.value, a.censored, 0.25) AS peers_q1,
           censored_quantile(a.value, a.censored, 0.75) AS peers_q3,
           censored_quantile(a.value, a.censored, 0.0) AS peers_min, max(a.value) AS peers_max
    FROM beside($council, $model, $others) p
    JOIN amount a ON a.council = p.peer AND a.service = p.service
    GROUP BY p.service
)
SELECT s.service, s.plain_name, s.official_name, a.value, a.status, coalesce(b.peers_n, 0) AS peers_n,
       b.peers_median, b.peers_q1, b.peers_q3, b.peers_min, b.peers_max,
       a.value_gbp, CAST(a.residents AS INTEGER) AS residents, a.certified, a.source, a.note
FROM amount a
JOIN service s USING (service)
JOIN responsibility r ON r.service = a.service AND r.council = a.council
LEFT JOIN beside b USING (service)
-- A duty that had passed on, or had not come yet, is no service of the year.
WHERE a.council = $council AND a.status <> 'not_responsible'
ORDER BY s.position
