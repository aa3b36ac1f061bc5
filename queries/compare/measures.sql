-- question: How does this council's newest figure of each chosen measure stand beside peers of any choice?
-- takes: council text, model text, measures text[]
-- gives: measure text, title text, official_title text, service text, service_plain text,
--   service_official text, kind text, describes text, unit text, decimals integer, polarity text,
--   interval_method text, price_basis text, grades text[], headline boolean, caveats text[], period text,
--   value double, lower double, upper double, denominator double, joint_lead text, status text, note text,
--   source text, peers_n integer, peers_median double, peers_q1 double, peers_q3 double, peers_min double,
--   peers_max double, below_n integer, same_n integer, tau double, funnel_place text,
--   left_out_because text, word text, reason text, holds_n integer, judged_n integer, models_n integer
-- one row per: measure
-- An own list is judged when it is asked for: until then its row has the model's that every council has.
SELECT m.measure, m.title, m.official_title, m.service, s.plain_name AS service_plain,
       s.official_name AS service_official, m.kind, m.describes, m.unit, m.decimals, m.polarity, m.interval_method,
       m.price_basis, m.grades, m.headline, m.caveats, n.period, v.real_value AS value, v.real_lower AS lower,
       v.real_upper AS upper, v.denominator, v.joint_lead, v.status, v.note, v.source,
       coalesce(j.peers_n, 0) AS peers_n, j.peers_median, j.peers_q1, j.peers_q3, j.peers_min, j.peers_max,
       j.below_n, j.same_n, j.tau, j.funnel_place, v.left_out_because, coalesce(j.word, 'not_judged') AS word,
       coalesce(j.reason, v.left_out_because) AS reason, coalesce(j.holds_n, 0) AS holds_n,
       coalesce(j.judged_n, 0) AS judged_n, coalesce(j.models_n, 0) AS models_n
FROM newest_period n
JOIN measure m USING (measure)
JOIN service s USING (service)
JOIN responsibility r ON r.council = n.council AND r.service = m.service
JOIN measure_value v ON v.measure = n.measure AND v.period = n.period AND v.council = n.council
LEFT JOIN judgement j ON j.measure = n.measure AND j.council = n.council AND j.period = n.period
     AND j.model = CASE WHEN $model = 'own' THEN 'usual' ELSE $model END
WHERE n.council = $council AND list_contains($measures, n.measure)
ORDER BY s.position, NOT m.headline, m.position
