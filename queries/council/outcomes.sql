-- question: What do people get, and how does it compare: the newest figure of every measure for this council?
-- takes: council text, model text, kinds text[]
-- gives: measure text, title text, official_title text, measure_question text, service text,
--   service_plain text, service_official text, kind text, describes text, unit text, decimals integer,
--   polarity text, price_basis text, interval_method text, grades text[], headline boolean,
--   nation_collected boolean, period text, value double, lower double, upper double,
--   denominator double, status text, note text, source text, peers_n integer, peers_median double,
--   peers_q1 double, peers_q3 double, below_n integer, same_n integer, tau double, funnel_place text, left_out_because text, word text,
--   reason text, holds_n integer, judged_n integer, models_n integer
-- one row per: measure
WITH mine AS (
    SELECT v.*, m.service
    FROM measure_value v JOIN measure m USING (measure)
    WHERE v.council = $council AND list_contains($kinds, m.kind)
),
-- The newest period of all, also of a measure that nobody of the nation has a figure for.
last AS (SELECT measure, arg_max(period, ends) AS period FROM mine GROUP BY measure)
SELECT m.measure, m.title, m.official_title, m.question AS measure_question, m.service,
       s.plain_name AS service_plain, s.official_name AS service_official, m.kind, m.describes, m.unit, m.decimals,
       m.polarity, m.price_basis, m.interval_method, m.grades, m.headline, n.period IS NOT NULL AS nation_collected,
       v.period, v.real_value AS value, v.real_lower AS lower, v.real_upper AS upper,
       v.denominator, v.status, v.note, v.source, coalesce(j.peers_n, 0) AS peers_n, j.peers_median, j.peers_q1,
       j.peers_q3, j.below_n, j.same_n, j.tau, j.funnel_place, coalesce(j.left_out_because, v.left_out_because) AS left_out_because,
       coalesce(j.word, 'not_judged') AS word, coalesce(j.reason, v.left_out_because) AS reason,
       coalesce(j.holds_n, 0) AS holds_n, coalesce(j.judged_n, 0) AS judged_n, coalesce(j.models_n, 0) AS models_n
FROM last l
JOIN measure m USING (measure)
JOIN service s USING (service)
LEFT JOIN newest_period n ON n.measure = l.measure AND n.council = $council
JOIN mine v ON v.measure = l.measure AND v.period = coalesce(n.period, l.period)
LEFT JOIN judgement j ON j.measure = v.measure AND j.council = $council AND j.period = v.period
     -- An own list is judged when it is asked for: until then its row has the usual peers'.
     AND j.model = CASE WHEN $model = 'own' THEN 'usual' ELSE $model END
ORDER BY s.position, NOT m.headline, m.position
