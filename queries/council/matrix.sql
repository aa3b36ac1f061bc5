-- question: On each service, what does this council spend beside its peers, and what is the one result that leads?
-- takes: council text, model text, others text[], period text
-- gives: service text, plain_name text, official_name text, spend double, spend_status text, spend_peers_n integer,
--   spend_median double, spend_q1 double, spend_q3 double, spend_min double, spend_max double, spend_spreads double,
--   measure text, title text, official_title text, unit text, decimals integer, polarity text, grades text[],
--   describes text, interval_method text, tau double, funnel_place text, period text, value double, status text, peers_n integer, peers_median double, below_n integer, same_n integer,
--   left_out_because text, word text, reason text, holds_n integer, judged_n integer, models_n integer, result_spreads double,
--   standing_out_n integer, measures_n integer, furthest double
-- one row per: service
-- A spread is one standard deviation: between the peers for spending, between councils and of chance for a result.
WITH amount AS (
    SELECT council, service, censored, real_per_head_gbp AS value, per_head_status AS status
    FROM spending_per_head
    WHERE period = $period AND component = 'net_current_expenditure'
), beside AS (
    SELECT p.service, CAST(count(*) FILTER (a.value IS NOT NULL OR a.censored) AS INTEGER) AS peers_n,
           censored_quantile(a.value, a.censored, 0.5) AS median,
           censored_quantile(a.value, a.censored, 0.25) AS q1, censored_quantile(a.value, a.censored, 0.75) AS q3,
           censored_quantile(a.value, a.censored, 0.0) AS least, max(a.value) AS most
    FROM beside($council, $model, $others) p
    JOIN amount a ON a.council = p.peer AND a.service = p.service
    GROUP BY p.service
), spent AS (
    SELECT a.service, a.value AS spend, a.status AS spend_status, coalesce(b.peers_n, 0) AS spend_peers_n,
           b.median AS spend_median, b.q1 AS spend_q1, b.q3 AS spend_q3, b.least AS spend_min, b.most AS spend_max,
           -- A quartile range is 1.349 standard deviations of a normal spread; under eight peers there is none.
           CASE WHEN b.peers_n >= 8 AND b.q3 > b.q1 THEN (a.value - b.median) / ((b.q3 - b.q1) / 1.349) END
               AS spend_spreads
    FROM amount a
    LEFT JOIN beside b USING (service)
    WHERE a.council = $council AND a.status <> 'not_responsible'
), judged AS (
    SELECT m.service, m.measure, m.title, m.official_title, m.unit, m.decimals, m.polarity, m.grades, m.describes, m.interval_method,
           j.tau, j.funnel_place, m.headline,
           m.position, v.period, v.real_value AS value, v.status, coalesce(j.peers_n, 0) AS peers_n, j.peers_median,
           j.below_n, j.same_n, coalesce(j.left_out_because, v.left_out_because) AS left_out_because,
           coalesce(j.word, 'not_judged') AS word, coalesce(j.reason, v.left_out_because) AS reason,
           coalesce(j.holds_n, 0) AS holds_n, coalesce(j.judged_n, 0) AS judged_n, coalesce(j.models_n, 0) AS models_n,
           j.gap / nullif(sqrt(j.error ** 2 + j.median_error ** 2 + j.tau ** 2), 0) AS result_spreads
    FROM newest_period n
    JOIN measure m USING (measure)
    JOIN measure_value v ON v.measure = n.measure AND v.council = n.council AND v.period = n.period
    LEFT JOIN judgement j ON j.measure = n.measure AND j.council = n.council AND j.period = n.period
         -- An own list is judged when it is asked for.
         AND j.model = CASE WHEN $model = 'own' THEN 'usual' ELSE $model END
    WHERE n.council = $council AND m.kind IN ('outcome', 'activity') AND v.status <> 'not_responsible'
), led AS (
    SELECT *, count(*) OVER of_service AS measures_n,
           count(*) FILTER (word IN ('better', 'worse')) OVER of_service AS standing_out_n,
           -- What stands out leads, then what the record names as headline, then what can be said at all.
           row_number() OVER (PARTITION BY service ORDER BY word NOT IN ('better', 'worse'), value IS NULL,
                              word = 'not_judged', NOT headline, position) AS place
    FROM judged
    WINDOW of_service AS (PARTITION BY service)
)
SELECT s.service, s.plain_name, s.official_name, p.spend, p.spend_status, coalesce(p.spend_peers_n, 0) AS spend_peers_n,
       p.spend_median, p.spend_q1, p.spend_q3, p.spend_min, p.spend_max, p.spend_spreads,
       l.measure, l.title, l.official_title, l.unit, l.decimals, l.polarity, l.grades, l.describes, l.interval_method, l.tau,
       l.funnel_place, l.period, l.value, l.status,
       coalesce(l.peers_n, 0) AS peers_n, l.peers_median, l.below_n, l.same_n, l.left_out_because, l.word, l.reason, coalesce(l.holds_n, 0) AS holds_n,
       coalesce(l.judged_n, 0) AS judged_n, coalesce(l.models_n, 0) AS models_n, l.result_spreads,
       CAST(coalesce(l.standing_out_n, 0) AS INTEGER) AS standing_out_n,
       CAST(coalesce(l.measures_n, 0) AS INTEGER) AS measures_n,
       greatest(abs(p.spend_spreads), abs(l.result_spreads)) AS furthest
FROM service s
LEFT JOIN spent p USING (service)
LEFT JOIN (FROM led WHERE place = 1) l USING (service)
WHERE s.service NOT IN ('decided', 'total', 'finance', 'place')   -- Nought of a service that no peer runs is no difference: fire and police in most places.
  AND (p.spend <> 0 OR p.spend_peers_n > 0 OR (p.service IS NOT NULL AND p.spend IS NULL) OR l.service IS NOT NULL)
-- What is left over of the return is no service to ask about: it stands last, however far it lies.
ORDER BY s.service IN ('other', 'remainder'), furthest DESC NULLS LAST, s.position
