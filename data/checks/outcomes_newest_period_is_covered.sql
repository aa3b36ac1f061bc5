-- check: In its newest period an outcome of England covers two thirds of the councils that have ever had a figure.
-- level: warn
WITH covered AS (
    SELECT v.measure, t.ends, count(v.value) AS figures
    FROM value v JOIN measure m USING (measure) JOIN period t USING (period) JOIN council c USING (council)
    WHERE m.kind = 'outcome' AND c.nation = 'England' AND c.ends IS NULL GROUP BY ALL
)
SELECT measure, arg_max(figures, ends) AS newest, max(figures) AS most
FROM covered GROUP BY measure HAVING arg_max(figures, ends) < 2 * max(figures) / 3
