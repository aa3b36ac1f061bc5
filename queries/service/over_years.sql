-- question: How have the median and the middle half of all councils of a group moved on one measure, and one of them among them?
-- takes: service text, nation text, comparison_group text, measure text, council text
-- gives: period text, starts date, ends date, councils_n integer, median double, q1 double, q3 double, value double,
--   lower double, upper double, status text, note text, source text
-- one row per: period
-- Every council that counts is in the median, the one pointed out as well: it is the nation's, not its peers'.
WITH figures AS MATERIALIZED (
    SELECT v.*
    FROM measure_value v
    JOIN measure m USING (measure)
    JOIN responsibility r ON r.council = v.council AND r.service = m.service
    JOIN council c ON c.council = v.council
    WHERE v.measure = $measure AND m.service = $service AND c.nation = $nation
      AND r.comparison_group = $comparison_group AND c.class <> 'other' AND v.status <> 'not_responsible'
), spread AS (
    SELECT period, starts, ends, CAST(count(*) AS INTEGER) AS councils_n,
           censored_quantile(real_value, censored, 0.5) AS median,
           censored_quantile(real_value, censored, 0.25) AS q1, censored_quantile(real_value, censored, 0.75) AS q3,
           any_value(source) AS source
    FROM figures WHERE left_out_because IS NULL OR censored
    GROUP BY period, starts, ends
)
SELECT s.period, s.starts, s.ends, s.councils_n, s.median, s.q1, s.q3, own.real_value AS value, own.real_lower AS lower,
       own.real_upper AS upper, own.status, own.note, coalesce(own.source, s.source) AS source
FROM spread s LEFT JOIN figures own ON own.period = s.period AND own.council = $council
ORDER BY s.ends, s.period
