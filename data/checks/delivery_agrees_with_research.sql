-- check: Council by council, the official split of spending on children in care is the one that the researchers compiled (2010-11 to 2013-14).
-- level: warn
WITH pair AS (
    SELECT d.council, d.period, d.model, d.value AS official,
           CASE d.model WHEN 'own' THEN r.own WHEN 'private' THEN r.private WHEN 'other_public' THEN r.other_public WHEN 'voluntary' THEN r.voluntary END AS research
    FROM delivery d JOIN raw.research_spending r USING (council, period)
    WHERE d.delivery_service = 'children_looked_after_spending' AND d.value IS NOT NULL
)
SELECT period, model, count(*) FILTER (abs(official - research) > 1) AS differ, count(*) FILTER (research IS NULL) AS lacking, count(*) AS compared
FROM pair
GROUP BY period, model
HAVING count(*) FILTER (abs(official - research) > 1) > 0
