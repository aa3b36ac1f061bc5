-- question: How does this council stand on every metric of a framework: what is asked, of whom, the figure, the word, the peers, how old it is, or why there is none?
-- takes: council text, framework text, model text
-- gives: outcome integer, outcome_title text, ambition text, contextual boolean, metric text, title text,
--   official_title text, wording text, kind text, level text, level_says text, publisher text, publication text,
--   landing_url text, latest_seen text, uncertainty text, caution text, held text, not_ranked_because text, part integer,
--   measure text, indicator text, figure_title text, relation text, differs text, describes text, unit text,
--   decimals integer, polarity text, interval_method text, grades text[], period text, ends date, age_days integer,
--   value double, numerator double, denominator double, lower double, upper double, status text, note text, source text, peers_n integer,
--   peers_median double, peers_q1 double, peers_q3 double, below_n integer, same_n integer, word text, reason text,
--   holds_n integer, judged_n integer
-- one row per: metric, part
WITH subject AS (
    SELECT council, class FROM council c
    WHERE council = $council AND class <> 'other' AND nation = (SELECT nation FROM framework WHERE framework = $framework)
), built AS (
    -- An edition is named by the day of its newest source.
    SELECT TRY_CAST(left(name, 10) AS DATE) AS day FROM edition
), asked AS (
    -- A metric without a figure is a row as well.
    SELECT t.*, list_contains(t.classes, s.class) AS duty, coalesce(f.part, 1) AS part, f.measure, f.indicator, f.relation, f.differs
    FROM framework_metric t CROSS JOIN subject s LEFT JOIN framework_figure f USING (framework, metric)
    WHERE t.framework = $framework
), last AS (
    SELECT measure, arg_max(period, ends) AS period FROM measure_value WHERE council = $council GROUP BY measure
), figure AS (
    SELECT m.measure, NULL AS indicator, m.title, m.describes, m.unit, m.decimals, m.polarity, m.interval_method, m.grades,
           v.period, v.ends, v.real_value AS value, v.numerator, v.denominator, v.real_lower AS lower, v.real_upper AS upper, v.status, v.note, v.source,
           j.peers_n, j.peers_median, j.peers_q1, j.peers_q3, j.below_n, j.same_n, j.word, coalesce(j.reason, v.left_out_because) AS reason,
           j.holds_n, j.judged_n
    FROM (SELECT DISTINCT measure FROM asked) a
    JOIN measure m USING (measure)
    LEFT JOIN last l USING (measure)
    LEFT JOIN newest_period n ON n.measure = m.measure AND n.council = $council
    LEFT JOIN measure_value v ON v.measure = m.measure AND v.council = $council AND v.period = coalesce(n.period, l.period)
    LEFT JOIN judgement j ON j.measure = m.measure AND j.council = $council AND j.period = v.period AND j.model = $model
    UNION ALL
    -- Circumstances have no peers and no word.
    SELECT NULL, i.indicator, i.plain_name, 'place', i.unit, i.decimals, 'neither', 'none', [], c.period, p.ends, c.value, NULL, NULL, NULL, NULL,
           CASE WHEN c.value IS NOT NULL THEN 'published' END, NULL, c.source, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
           CASE WHEN c.value IS NOT NULL THEN 'context' END, NULL, NULL
    FROM (SELECT DISTINCT indicator FROM asked) a
    JOIN context_indicator i USING (indicator)
    LEFT JOIN context c ON c.indicator = i.indicator AND c.council = $council
    LEFT JOIN period p USING (period)
    QUALIFY row_number() OVER (PARTITION BY i.indicator ORDER BY p.ends DESC) = 1
)
SELECT a.outcome, o.title AS outcome_title, o.ambition, o.contextual, a.metric, a.title, a.official_title, a.wording, a.kind,
       a.level, a.level_says, a.publisher, a.publication, coalesce(a.landing_url, w.landing_url) AS landing_url, a.latest_seen,
       a.uncertainty, a.caution, a.held, a.not_ranked_because, a.part, a.measure, a.indicator, f.title AS figure_title, a.relation,
       a.differs, f.describes, coalesce(f.unit, a.unit) AS unit, coalesce(f.decimals, 1) AS decimals,
       coalesce(f.polarity, a.polarity) AS polarity, f.interval_method, f.grades,
       CASE WHEN a.duty THEN f.period END AS period, CASE WHEN a.duty THEN f.ends END AS ends,
       CASE WHEN a.duty THEN date_diff('day', f.ends, b.day) END::INTEGER AS age_days,
       CASE WHEN a.duty THEN f.value END AS value, CASE WHEN a.duty THEN f.numerator END AS numerator,
       CASE WHEN a.duty THEN f.denominator END AS denominator, CASE WHEN a.duty THEN f.lower END AS lower, CASE WHEN a.duty THEN f.upper END AS upper,
       -- Not held stands for what its publisher has; no figure of a council is told apart by its own status.
       CASE WHEN NOT a.duty THEN 'not_responsible'
            WHEN a.measure IS NULL AND a.indicator IS NULL THEN CASE a.held WHEN 'no_metric' THEN 'not_collected' ELSE 'not_held' END
            ELSE coalesce(f.status, 'not_held') END AS status,
       CASE WHEN NOT a.duty THEN a.level_says
            WHEN a.measure IS NULL AND a.indicator IS NULL THEN NULL
            WHEN f.status IS NULL THEN 'The file that is held has no figure for this council.' ELSE f.note END AS note,
       CASE WHEN a.duty THEN f.source END AS source,
       CASE WHEN a.duty THEN coalesce(f.peers_n, 0) ELSE 0 END::INTEGER AS peers_n,
       CASE WHEN a.duty THEN f.peers_median END AS peers_median, CASE WHEN a.duty THEN f.peers_q1 END AS peers_q1,
       CASE WHEN a.duty THEN f.peers_q3 END AS peers_q3, CASE WHEN a.duty THEN f.below_n END::INTEGER AS below_n,
       CASE WHEN a.duty THEN f.same_n END::INTEGER AS same_n,
       CASE WHEN NOT a.duty OR f.value IS NULL OR a.not_ranked_because IS NOT NULL THEN 'not_judged' ELSE coalesce(f.word, 'not_judged') END AS word,
       CASE WHEN NOT a.duty THEN 'not_responsible' WHEN f.value IS NULL THEN coalesce(f.reason, f.status, 'not_held')
            WHEN a.not_ranked_because IS NOT NULL THEN 'not_ranked' ELSE f.reason END AS reason,
       CASE WHEN a.duty THEN coalesce(f.holds_n, 0) ELSE 0 END::INTEGER AS holds_n,
       CASE WHEN a.duty THEN coalesce(f.judged_n, 0) ELSE 0 END::INTEGER AS judged_n
FROM asked a
JOIN framework w USING (framework)
JOIN framework_outcome o ON o.framework = a.framework AND o.outcome = a.outcome
CROSS JOIN built b
LEFT JOIN figure f ON f.measure = a.measure OR f.indicator = a.indicator
ORDER BY a.position, a.part
