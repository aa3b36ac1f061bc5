-- question: Where this council's results are worse than its peers', which similar councils do better without spending more?
-- takes: council text, model text, others text[], period text, most_above double, most integer
-- gives: measure text, title text, official_title text, service text, plain_name text, official_name text, unit text,
--   decimals integer, period text, word text, value double, holds_n integer, judged_n integer, spend double,
--   peer text, peer_name text, peer_slug text, peer_word text, peer_value double, peer_holds_n integer,
--   peer_judged_n integer, peer_spend double, peer_above double, place integer
-- one row per: measure, peer
-- peer is '' where nobody fits; beside an own list the words are those beside the usual peers. most_above is the share by which a peer may spend more: 0.1 for a tenth.
WITH spent AS (
    SELECT council, service, real_per_head_gbp AS spend
    FROM spending_per_head
    WHERE period = $period AND component = 'net_current_expenditure' AND has_figure(per_head_status) AND NOT censored
), said AS (
    SELECT j.council, j.measure, j.period, j.word, j.holds_n, j.judged_n, v.real_value AS value, v.real_lower AS lower,
           v.real_upper AS upper, m.polarity, m.title, m.official_title,
           m.service, m.unit, m.decimals, m.position, j.gap / nullif(sqrt(j.error ** 2 + j.median_error ** 2 + j.tau ** 2), 0) AS spreads
    FROM judgement j
    JOIN measure m USING (measure)
    JOIN measure_value v USING (measure, council, period)
    WHERE j.model = CASE WHEN $model = 'own' THEN 'usual' ELSE $model END AND j.word IN ('better', 'somewhat_better', 'somewhat_worse', 'worse')
), mine AS (
    SELECT s.*, p.spend FROM said s LEFT JOIN spent p USING (council, service)
    WHERE s.council = $council AND s.word IN ('worse', 'somewhat_worse')
), fit AS (
    SELECT m.measure, c.council AS peer, c.name AS peer_name, c.slug AS peer_slug, t.word AS peer_word, t.value AS peer_value,
           t.holds_n AS peer_holds_n, t.judged_n AS peer_judged_n, q.spend AS peer_spend, q.spend / m.spend - 1 AS peer_above,
           CAST(row_number() OVER (PARTITION BY m.measure ORDER BY t.word, abs(t.spreads) DESC NULLS LAST, c.name) AS INTEGER) AS place
    FROM mine m
    JOIN beside($council, $model, $others) n ON n.service = m.service
    JOIN said t ON t.council = n.peer AND t.measure = m.measure AND t.period = m.period
         AND t.word IN ('better', 'somewhat_better')
         -- Better beside one's own peers is not better than this council: the limits may not overlap either.
         AND CASE m.polarity WHEN 'higher' THEN t.lower > m.upper ELSE t.upper < m.lower END
    JOIN spent q ON q.council = n.peer AND q.service = m.service
    JOIN council c ON c.council = n.peer AND c.ends IS NULL
    WHERE m.spend > 0 AND q.spend > 0 AND q.spend <= m.spend * (1 + $most_above)
)
SELECT m.measure, m.title, m.official_title, m.service, s.plain_name, s.official_name, m.unit, m.decimals, m.period, m.word,
       m.value, m.holds_n, m.judged_n, m.spend, coalesce(f.peer, '') AS peer, f.peer_name, f.peer_slug, f.peer_word,
       f.peer_value, f.peer_holds_n, f.peer_judged_n, f.peer_spend, f.peer_above, coalesce(f.place, 1) AS place
FROM mine m
JOIN service s USING (service)
LEFT JOIN fit f ON f.measure = m.measure AND f.place <= $most
ORDER BY m.word <> 'worse', f.peer IS NULL, abs(m.spreads) DESC NULLS LAST, m.position, place
