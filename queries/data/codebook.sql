-- question: Which measures are there, and how much of each?
-- takes: nothing
-- gives: measure text, title text, official_title text, question text, service text,
--   service_plain text, service_official text, kind text, unit text, polarity text,
--   nations text[], first_period text, last_period text, periods integer, councils integer,
--   figures integer
-- one row per: measure
WITH coverage AS (
    SELECT v.measure, arg_min(v.period, t.ends) AS first_period, arg_max(v.period, t.ends) AS last_period,
           count(DISTINCT v.period) AS periods, count(DISTINCT v.council) AS councils, count(*) AS figures
    FROM value v JOIN period t USING (period)
    WHERE v.value IS NOT NULL
    GROUP BY v.measure
)
SELECT m.measure, m.title, m.official_title, m.question, m.service,
       s.plain_name AS service_plain, s.official_name AS service_official,
       m.kind, m.unit, m.polarity, m.nations, c.first_period, c.last_period,
       CAST(coalesce(c.periods, 0) AS INTEGER) AS periods,
       CAST(coalesce(c.councils, 0) AS INTEGER) AS councils,
       CAST(coalesce(c.figures, 0) AS INTEGER) AS figures
FROM measure m
JOIN service s USING (service)
LEFT JOIN coverage c USING (measure)
ORDER BY s.position, m.kind, m.position
