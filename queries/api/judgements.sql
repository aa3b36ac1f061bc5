-- question: What may be said of these councils' figures beside their peers, and by which model?
-- takes: measures text[], councils text[], periods text[], services text[], model text, words text[], nation text,
--   rows integer, skip integer
-- gives: measure text, council text, council_slug text, council_name text, period text, model text, value double,
--   unit text, price_base text, status text, word text, reason text, left_out_because text, polarity text,
--   peers_n integer, peers_median double, peers_q1 double, peers_q3 double, peers_min double, peers_max double,
--   below_n integer, same_n integer, difference double, funnel_place text, holds_n integer, judged_n integer,
--   models_n integer, source text, note text, total integer
-- one row per: measure, council, period, model
WITH found AS (
    SELECT j.measure, j.council, j.period, j.model, m.position, c.name, t.ends
    FROM judgement j
    JOIN measure m USING (measure)
    JOIN council c USING (council)
    JOIN period t USING (period)
    WHERE ($measures IS NULL OR list_contains($measures, j.measure))
      AND ($councils IS NULL OR list_contains($councils, j.council))
      AND ($periods IS NULL OR list_contains($periods, j.period))
      AND ($services IS NULL OR list_contains($services, m.service))
      AND ($model IS NULL OR j.model = $model)
      AND ($words IS NULL OR list_contains($words, j.word))
      AND ($nation IS NULL OR c.nation = $nation)
), page AS (
    FROM found ORDER BY position, measure, name, council, ends, period, model
    LIMIT greatest($rows, 0) OFFSET greatest($skip, 0)
)
SELECT p.measure, p.council, c.slug AS council_slug, c.name AS council_name, p.period, p.model, v.real_value AS value,
       m.unit, CASE WHEN m.price_basis = 'cash' THEN (SELECT price_base FROM edition) END AS price_base,
       v.status, j.word, j.reason, j.left_out_because, m.polarity, j.peers_n, j.peers_median, j.peers_q1, j.peers_q3,
       j.peers_min, j.peers_max, j.below_n, j.same_n, j.difference, j.funnel_place, j.holds_n, j.judged_n, j.models_n,
       v.source, v.note, CAST((SELECT count(*) FROM found) AS INTEGER) AS total
FROM page p
JOIN judgement j USING (measure, council, period, model)
JOIN measure m USING (measure)
JOIN council c USING (council)
LEFT JOIN measure_value v USING (measure, council, period)
ORDER BY m.position, p.measure, c.name, p.council, p.ends, p.period, p.model
