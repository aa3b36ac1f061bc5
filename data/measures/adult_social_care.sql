-- Oflog's adult social care theme. A nought in these measures means that the figure is missing.
SELECT m.measure, council, period, nullif(value, 0) AS value,
       CASE WHEN value IS NULL OR value = 0 THEN 'not_submitted' END AS status,
       CASE WHEN value = 0 THEN 'The file shows 0, which means that the figure is missing.' END AS note
FROM member m JOIN raw.oflog_adult_care v ON v.code = m.key
