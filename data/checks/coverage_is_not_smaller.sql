-- check: No measure and no year of spending has fewer figures than in the last edition. If that is meant, move data/edition away and build again.
-- level: stop
-- A figure that proves to be of a council without the duty is no loss: it is counted on both sides.
WITH before AS (
    SELECT measure AS what, period, count(*) FILTER (value IS NOT NULL OR status = 'not_responsible') AS figures
    FROM previous.value GROUP BY ALL
    UNION ALL
    SELECT 'spending on ' || service || ', ' || component, period,
           count(*) FILTER (value_gbp IS NOT NULL OR status = 'not_responsible')
    FROM previous.spending GROUP BY ALL
), now AS (
    SELECT measure AS what, period, count(*) FILTER (value IS NOT NULL OR status = 'not_responsible') AS figures
    FROM value GROUP BY ALL
    UNION ALL
    SELECT 'spending on ' || service || ', ' || component, period,
           count(*) FILTER (value_gbp IS NOT NULL OR status = 'not_responsible')
    FROM spending GROUP BY ALL
)
SELECT what, period, b.figures AS figures_before, coalesce(n.figures, 0) AS figures_now
FROM before b LEFT JOIN now n USING (what, period)
WHERE coalesce(n.figures, 0) < b.figures
ORDER BY what, period
