-- question: How does this council's newest figure of each chosen measure stand beside peers of any choice?
-- takes: council text, model text, others text[], measures text[]
-- gives: measure text, title text, official_title text, service text, service_plain text,
--   service_official text, kind text, describes text, unit text, decimals integer, polarity text,
--   price_basis text, min_denominator double, headline boolean, caveats text[], period text,
--   value double, lower double, upper double, denominator double, status text, note text,
--   source text, peers_n integer, peers_median double, peers_q1 double, peers_q3 double,
--   peers_min double, peers_max double
-- one row per: measure
WITH subject AS (SELECT council, nation FROM council WHERE council = $council),
mine AS (
    SELECT v.*, m.service
    FROM measure_value v
    JOIN measure m USING (measure)
    JOIN responsibility r ON r.council = v.council AND r.service = m.service
    WHERE v.council = $council AND list_contains($measures, v.measure)
),
-- As on the council's page: the newest period that anybody of the nation has a figure for.
newest AS (
    SELECT m.measure, any_value(m.service) AS service, arg_max(m.period, m.ends) AS period
    FROM mine m
    WHERE m.value IS NOT NULL
       OR EXISTS (FROM value v JOIN council c USING (council), subject s
                  WHERE v.measure = m.measure AND v.period = m.period AND v.value IS NOT NULL AND c.nation = s.nation)
    GROUP BY m.measure
),
-- The peers of a model, or a list of one's own under the same rules.
beside AS (
    SELECT service, peer FROM comparable_peer WHERE council = $council AND model = $model
    UNION
    SELECT a.service, b.council
    FROM responsibility a
    JOIN responsibility b USING (service, comparison_group)
    JOIN council c ON c.council = b.council
    JOIN subject s ON s.council = a.council AND s.nation = c.nation
    WHERE $model = 'own' AND list_contains($others, b.council) AND b.council <> a.council AND NOT c.sparse
), peers AS (
    SELECT n.measure, CAST(count(v.real_value) AS INTEGER) AS peers_n, median(v.real_value) AS peers_median,
           quantile_cont(v.real_value, 0.25) AS peers_q1, quantile_cont(v.real_value, 0.75) AS peers_q3,
           min(v.real_value) AS peers_min, max(v.real_value) AS peers_max
    FROM newest n
    JOIN beside b USING (service)
    JOIN measure_value v ON v.measure = n.measure AND v.period = n.period AND v.council = b.peer AND v.comparable
    GROUP BY n.measure
)
SELECT n.measure, m.title, m.official_title, m.service, s.plain_name AS service_plain,
       s.official_name AS service_official, m.kind, m.describes, m.unit, m.decimals, m.polarity, m.price_basis,
       m.min_denominator, m.headline, m.caveats, n.period, v.real_value AS value, v.real_lower AS lower, v.real_upper AS upper,
       v.denominator, v.status, v.note, v.source, coalesce(p.peers_n, 0) AS peers_n, p.peers_median,
       p.peers_q1, p.peers_q3, p.peers_min, p.peers_max
FROM newest n
JOIN measure m USING (measure)
JOIN service s ON s.service = m.service
JOIN mine v ON v.measure = n.measure AND v.period = n.period
LEFT JOIN peers p ON p.measure = n.measure
ORDER BY s.position, NOT m.headline, m.position
