-- check: No measure and no year of spending has fewer figures than in the last edition. If that is meant, move data/edition away and build again.
-- level: stop
WITH before AS (
    SELECT measure AS what, period, count(value) AS figures FROM previous.value GROUP BY ALL
    UNION ALL
    SELECT 'spending on ' || service || ', ' || component, period, count(value_gbp) FROM previous.spending GROUP BY ALL
), now AS (
    SELECT measure AS what, period, count(value) AS figures FROM value GROUP BY ALL
    UNION ALL
    SELECT 'spending on ' || service || ', ' || component, period, count(value_gbp) FROM spending GROUP BY ALL
)
SELECT what, period, b.figures AS figures_before, coalesce(n.figures, 0) AS figures_now
FROM before b LEFT JOIN now n USING (what, period)
WHERE coalesce(n.figures, 0) < b.figures
ORDER BY what, period
