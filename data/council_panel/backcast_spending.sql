-- What the councils that became one spent before, as sums; no sum where the return of one of them is missing.
WITH made AS (
    SELECT area, predecessor, takes_effect FROM reorganised_areas()
    QUALIFY count(DISTINCT successor) OVER (PARTITION BY area, takes_effect) = 1
), whole AS (
    -- A part that went elsewhere too is not one's own past.
    SELECT m.area AS council, m.predecessor, m.takes_effect FROM made m
    WHERE m.area NOT IN (SELECT x.area FROM made x JOIN succession s ON s.predecessor = x.predecessor AND s.successor <> x.area)
), one AS (
    SELECT w.council, CAST(year(t.ends) AS INTEGER) AS year, h.service, h.status, h.value_gbp, h.real_gbp, n.residents
    FROM whole w JOIN spending_per_head h ON h.council = w.predecessor JOIN period t USING (period)
    -- Residents of the new council's area are known for the years before it too.
    LEFT JOIN population n ON n.council = w.council AND n.year + 1 = year(t.ends)
    WHERE h.component = 'net_current_expenditure' AND t.ends < w.takes_effect
)
SELECT council, year, service,
       CASE WHEN bool_and(has_figure(status) OR status = 'not_responsible') THEN sum(value_gbp) END AS gbp,
       CASE WHEN bool_and(has_figure(status) OR status = 'not_responsible') THEN sum(real_gbp) END AS real,
       gbp / max(residents) AS ph, real / max(residents) AS rph,
       CASE WHEN bool_and(status = 'not_responsible') THEN 'not_responsible' WHEN gbp IS NOT NULL THEN 'derived'
            ELSE min(status) FILTER (WHERE NOT has_figure(status) AND status <> 'not_responsible') END AS st
FROM one GROUP BY ALL ORDER BY ALL
