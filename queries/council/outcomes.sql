-- question: What do people get, and how does it compare: the newest figure of every measure for this council?
-- takes: council text, model text, kinds text[]
-- gives: measure text, title text, official_title text, measure_question text, service text,
--   service_plain text, service_official text, kind text, describes text, unit text, decimals integer,
--   polarity text, price_basis text, min_denominator double, interval_method text, headline boolean,
--   nation_collected boolean, period text, value double, lower double, upper double,
--   denominator double, status text, note text, source text, peers_n integer, peers_median double,
--   peers_q1 double, peers_q3 double
-- one row per: measure
WITH subject AS (SELECT * FROM council WHERE council = $council),
mine AS (
    SELECT v.*, m.service
    FROM measure_value v JOIN measure m USING (measure)
    WHERE v.council = $council AND list_contains($kinds, m.kind)
),
-- The newest period that anybody of the nation has a figure for, within this council's life.
newest AS (
    SELECT m.measure, arg_max(m.period, m.ends) AS period
    FROM mine m
    WHERE m.value IS NOT NULL
       OR EXISTS (FROM value v JOIN council c USING (council), subject s
                  WHERE v.measure = m.measure AND v.period = m.period AND v.value IS NOT NULL AND c.nation = s.nation)
    GROUP BY m.measure
), wanted AS MATERIALIZED (
    SELECT n.measure, n.period, p.peer
    FROM newest n JOIN measure m USING (measure)
    JOIN comparable_peer p ON p.council = $council AND p.model = $model AND p.service = m.service
), beside AS (
    SELECT v.measure, CAST(count(v.real_value) AS INTEGER) AS peers_n, median(v.real_value) AS peers_median,
           quantile_cont(v.real_value, 0.25) AS peers_q1, quantile_cont(v.real_value, 0.75) AS peers_q3
    FROM wanted w
    JOIN measure_value v ON v.measure = w.measure AND v.period = w.period AND v.council = w.peer AND v.comparable
    GROUP BY v.measure
)
SELECT m.measure, m.title, m.official_title, m.question AS measure_question, m.service,
       s.plain_name AS service_plain, s.official_name AS service_official, m.kind, m.describes, m.unit, m.decimals,
       m.polarity, m.price_basis, m.min_denominator, m.interval_method, m.headline,
       n.period IS NOT NULL AS nation_collected,
       coalesce(n.period, any_last.period) AS period, v.real_value AS value, v.real_lower AS lower, v.real_upper AS upper,
       v.denominator, coalesce(v.status, 'not_collected') AS status, v.note, v.source,
       coalesce(b.peers_n, 0) AS peers_n, b.peers_median, b.peers_q1, b.peers_q3
FROM (SELECT measure, arg_max(period, ends) AS period FROM mine GROUP BY measure) any_last
JOIN measure m USING (measure)
JOIN service s USING (service)
LEFT JOIN newest n USING (measure)
LEFT JOIN mine v ON v.measure = m.measure AND v.period = coalesce(n.period, any_last.period)
LEFT JOIN beside b ON b.measure = m.measure
ORDER BY s.position, NOT m.headline, m.position
