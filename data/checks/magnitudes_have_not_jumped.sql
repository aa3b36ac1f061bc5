-- check: The typical figure of a measure or a service is within a fifth and five times the last edition's (catches thousands taken for pounds).
-- level: stop
WITH pair AS (
    SELECT measure AS what, n.value AS now, b.value AS before
    FROM value n JOIN previous.value b USING (measure, council, period)
    UNION ALL
    SELECT 'spending on ' || service || ', ' || component, n.value_gbp, b.value_gbp
    FROM spending n JOIN previous.spending b USING (council, period, service, component)
)
SELECT what, count(*) AS figures, median(now / before) AS ratio
FROM pair WHERE before <> 0 AND now IS NOT NULL
GROUP BY what HAVING median(now / before) NOT BETWEEN 0.2 AND 5
