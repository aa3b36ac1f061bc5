-- check: Every line of the children's outturn that areas/delivery_line.csv names stands in its year's file, once for every council.
-- level: stop
WITH line AS (
    SELECT period, council, trim(regexp_replace(regexp_replace(lower(line), '^[0-9]+', ''), '\s+', ' ', 'g')) AS words FROM raw.childrens_outturn
)
SELECT d.period, d.line, d.delivery_service, count(l.council) AS rows, count(DISTINCT l.council) AS councils
FROM declared.delivery_line d LEFT JOIN line l ON l.period = d.period AND l.words = d.line
GROUP BY ALL
HAVING count(l.council) <> count(DISTINCT l.council) OR count(DISTINCT l.council) < 148
