-- question: Which results can be put together from their counts, and what would they be?
-- takes: councils text[]
-- gives: measure text, title text, official_title text, service text, plain_name text, official_name text, unit text,
--   decimals integer, polarity text, period text, value double, numerator double, denominator double, parts_n integer,
--   lowest double, highest double, because text, lacking text[]
-- one row per: measure
-- because is NULL where there is a figure; else no_counts, lacking, county_split, not_proportional, grade or joint.
WITH part AS (FROM parts($councils, 'residents')), run AS (
    SELECT p.council, c.name, p.share, v.measure, v.period, v.value, v.numerator, v.denominator, v.status, v.joint_lead,
           v.value * v.denominator / nullif(v.numerator, 0) AS factor
    FROM part p
    JOIN council c USING (council)
    JOIN newest_period n USING (council)
    JOIN measure_value v ON v.council = n.council AND v.measure = n.measure AND v.period = n.period
    WHERE v.status <> 'not_responsible'
), newest AS (
    -- Parts of one nation share the newest period; a part that ended earlier does not.
    SELECT r.* FROM run r JOIN (SELECT measure, max(period) AS period FROM run GROUP BY measure) l USING (measure, period)
), pooled AS (
    SELECT measure, period, CAST(count(*) AS INTEGER) AS parts_n, sum(numerator) AS numerator, sum(denominator) AS denominator,
           min(value) AS lowest, max(value) AS highest, median(factor) FILTER (numerator >= 20) AS factor,
           min(factor) FILTER (numerator >= 20) AS low, max(factor) FILTER (numerator >= 20) AS high,
           count(*) FILTER (numerator IS NULL OR denominator IS NULL) AS without_counts,
           bool_or(joint_lead IS NOT NULL AND joint_lead <> council) AS shared, bool_or(share < 1) AS split,
           list(name ORDER BY name) FILTER (value IS NULL) AS lacking
    FROM newest GROUP BY measure, period
), said AS (
    SELECT p.*, CASE WHEN len(m.grades) > 0 THEN 'grade'
                     WHEN p.split THEN 'county_split'
                     WHEN p.parts_n = 1 THEN NULL
                     WHEN p.lacking IS NOT NULL THEN 'lacking'
                     WHEN p.shared THEN 'joint'
                     WHEN p.without_counts > 0 OR p.factor IS NULL THEN 'no_counts'
                     WHEN p.high > p.low * 1.05 THEN 'not_proportional' END AS because
    FROM pooled p JOIN measure m USING (measure)
)
SELECT m.measure, m.title, m.official_title, m.service, s.plain_name, s.official_name, m.unit, m.decimals, m.polarity, p.period,
       CASE WHEN p.because IS NULL AND p.parts_n = 1 THEN p.lowest
            WHEN p.because IS NULL THEN p.factor * p.numerator / nullif(p.denominator, 0) END AS value,
       CASE WHEN p.because IS NULL THEN p.numerator END AS numerator,
       CASE WHEN p.because IS NULL THEN p.denominator END AS denominator, p.parts_n, p.lowest, p.highest, p.because,
       coalesce(p.lacking, []) AS lacking
FROM said p
JOIN measure m USING (measure)
JOIN service s USING (service)
WHERE m.kind IN ('outcome', 'activity')
ORDER BY s.position, NOT m.headline, m.position
