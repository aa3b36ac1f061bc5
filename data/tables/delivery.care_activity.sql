-- makes: weeks in care homes in house and external, 2015-16
-- after: council, delivery_service, delivery_code
WITH cell AS (
    SELECT council, period, any_value(source) AS source, any_value(source_file) AS source_file, lower(provision) AS word,
           CASE age WHEN 'Age 65 and over' THEN 'care_home_65_weeks' ELSE 'care_home_18_64_weeks' END AS delivery_service,
           CASE WHEN count(value) = count(*) THEN sum(value) END AS value
    FROM raw.care_activity WHERE setting = 'Residential'
    GROUP BY ALL
), whole AS (
    SELECT *, CASE WHEN count(value) OVER pair = count(*) OVER pair THEN sum(value) OVER pair END AS total
    FROM cell WINDOW pair AS (PARTITION BY council, period, delivery_service)
)
SELECT council, period, delivery_service, k.model, '2015-16' AS series, value, total, 100 * (value / nullif(total, 0)) AS share_pct,
       CASE WHEN value IS NULL THEN 'not_submitted' ELSE 'published' END AS status, w.source, source_file,
       CASE WHEN total IS NULL THEN 'A figure is missing: no shares.' WHEN total = 0 THEN 'Nothing was provided: no share.' END AS note
FROM whole w LEFT JOIN delivery_code k ON k.source = w.source AND k.published_word = w.word
