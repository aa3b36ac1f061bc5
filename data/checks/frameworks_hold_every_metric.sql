-- check: Every metric of the Local Outcomes Framework's list is a record, once, with its words, publisher, page and level; and no record besides.
-- level: stop
WITH listed AS (
    SELECT metric_no AS metric, CAST(outcome_no AS INTEGER) AS outcome, nullif(plain_title, '') AS title, publisher, nullif(landing_page, '') AS landing_url,
           nullif(trim(regexp_replace(official_title, '\[[^\]]*not read[^\]]*\]', '…')), '') AS official_title,
           CASE tier WHEN 'transport authority' THEN 'transport' WHEN 'tier 1 (upper, GLA for London)' THEN 'upper_outside_london' ELSE tier END AS level,
           CASE direction WHEN 'none' THEN 'neither' WHEN '' THEN 'neither' ELSE coalesce(direction, 'neither') END AS polarity, status
    FROM raw.local_outcomes
), recorded AS (
    FROM framework_metric WHERE framework = 'local_outcomes'
), counted AS (
    SELECT metric, count(*) AS times FROM listed GROUP BY metric
)
SELECT coalesce(l.metric, r.metric) AS metric, c.times, l.title AS listed, r.title AS recorded,
       CASE WHEN r.metric IS NULL THEN 'no record' WHEN l.metric IS NULL THEN 'not in the list' WHEN c.times > 1 THEN 'listed twice' ELSE 'told otherwise' END AS what
FROM listed l FULL JOIN recorded r USING (metric) LEFT JOIN counted c USING (metric)
WHERE l.metric IS NULL OR r.metric IS NULL OR c.times > 1 OR l.outcome <> r.outcome OR l.publisher <> r.publisher OR l.level <> r.level
   OR l.landing_url IS DISTINCT FROM r.landing_url OR l.polarity <> r.polarity
   OR (r.wording <> 'none' AND (l.title <> r.title OR trim(l.official_title, ' …') <> trim(r.official_title, ' …')))
   -- What the list found in the files is held; what it found nowhere may have come since.
   OR (l.status IN ('exact', 'near', 'in_sources') AND r.held NOT IN ('exact', 'derived', 'near'))
   OR (l.status = 'exact' AND r.held NOT IN ('exact', 'derived')) OR (l.status = 'no metric') <> (r.held = 'no_metric')
