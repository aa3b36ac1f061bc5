-- A key is indicator|sex in the source; health checks only ever rise, so only the newest quarter is kept.
SELECT m.measure, council, period, value, value_status AS status,
       CASE WHEN value IS NULL THEN 'Too few answers or cases, or not available.' END AS note
FROM member m
JOIN raw.fingertips f ON f.indicator = split_part(m.key, '|', 1) AND f.sex = split_part(m.key, '|', 2)
WHERE f.indicator <> 'People receiving an NHS Health Check'
   OR f.period = (SELECT max(period) FROM raw.fingertips WHERE indicator = 'People receiving an NHS Health Check')
