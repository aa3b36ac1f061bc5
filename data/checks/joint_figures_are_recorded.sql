-- check: Two councils of a region whose figures are the same year after year may share one: data/areas/joint_figures.toml says so, or looks odd.
-- level: warn
WITH figure AS (
    SELECT v.measure, v.council, v.period, v.value, v.numerator, v.denominator, v.joint_lead, c.region
    FROM value v JOIN council c USING (council) JOIN measure m USING (measure)
    WHERE v.value IS NOT NULL AND len(m.grades) = 0
), pair AS (
    SELECT a.measure, a.council, b.council AS other, a.value, a.joint_lead IS NOT NULL AS recorded,
           a.value = b.value AND a.numerator IS NOT DISTINCT FROM b.numerator
               AND a.denominator IS NOT DISTINCT FROM b.denominator AS same
    FROM figure a JOIN figure b USING (measure, period, region)
    -- A council and its predecessor of the same area have one place.
    WHERE a.council < b.council AND NOT EXISTS (
        FROM succession s WHERE (s.predecessor, s.successor) IN ((a.council, b.council), (b.council, a.council)))
)
SELECT measure, council, other, count(*) AS periods, count(*) FILTER (same) AS periods_alike
FROM pair
GROUP BY measure, council, other
-- Chance makes whole percents and small counts alike now and then, not in four periods of five.
HAVING count(*) FILTER (same AND NOT recorded) >= 3 AND count(*) FILTER (same) >= 0.8 * count(*)
   AND count(DISTINCT value) FILTER (same AND NOT recorded) >= 3
