-- question: What may be said of each figure under every published choice of peers?
-- takes: council text, measures text[], periods text[]
-- gives: measure text, model text, model_title text, left_out_because text, peers_n integer,
--   peers_median double, below_n integer, same_n integer, word text, reason text, holds_n integer,
--   judged_n integer, models_n integer
-- one row per: measure, model
WITH wanted AS (SELECT unnest($measures) AS measure, unnest($periods) AS period)
SELECT j.measure, j.model, o.title AS model_title, j.left_out_because, j.peers_n, j.peers_median, j.below_n, j.same_n,
       j.word, j.reason, j.holds_n, j.judged_n, j.models_n
FROM wanted a
JOIN measure m ON m.measure = a.measure
JOIN judgement j ON j.measure = a.measure AND j.period = a.period AND j.council = $council AND j.model <> 'usual'
JOIN neighbour_model o ON o.model = j.model
ORDER BY m.position, m.measure, o.position
