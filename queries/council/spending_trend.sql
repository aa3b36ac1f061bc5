-- question: How has this council's spending on a service moved, beside its peers?
-- takes: council text, model text, others text[], service text, money text
-- gives: period text, value double, status text, peers_n integer, peers_median double,
--   peers_q1 double, peers_q3 double, value_gbp double, residents integer, source text, note text
-- one row per: period
WITH amount AS (
    SELECT council, period, censored, value_gbp, real_gbp, residents, source, note,
           CASE WHEN $money LIKE '%per_head' THEN per_head_status ELSE status END AS status,
           CASE $money
               WHEN 'real_per_head' THEN real_per_head_gbp
               WHEN 'cash_per_head' THEN per_head_gbp
               WHEN 'real_total' THEN real_gbp
               WHEN 'cash_total' THEN value_gbp
           END AS value
    FROM spending_per_head
    WHERE service = $service AND component = 'net_current_expenditure'
), beside AS (
    SELECT a.period, CAST(count(*) FILTER (a.value IS NOT NULL OR a.censored) AS INTEGER) AS peers_n,
           censored_quantile(a.value, a.censored, 0.5) AS peers_median,
           censored_quantile(a.value, a.censored, 0.25) AS peers_q1,
           censored_quantile(a.value, a.censored, 0.75) AS peers_q3
    FROM beside($council, $model, $others) p
    JOIN amount a ON a.council = p.peer
    WHERE p.service = $service
    GROUP BY a.period
)
SELECT a.period, a.value, a.status, coalesce(b.peers_n, 0) AS peers_n, b.peers_median, b.peers_q1, b.peers_q3,
       a.value_gbp, CAST(a.residents AS INTEGER) AS residents, a.source, a.note
FROM amount a LEFT JOIN beside b USING (period)
-- Prices of before 2008-09 are not known: those years are in cash alone.
WHERE a.council = $council AND ($money LIKE 'cash%' OR a.real_gbp IS NOT NULL OR a.value_gbp IS NULL)
ORDER BY a.period
