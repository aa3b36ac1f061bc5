-- question: Of which services is this council's spending known over the years, and where does a series break?
-- takes: council text
-- gives: service text, plain_name text, official_name text, breaks text[]
-- one row per: service
WITH known AS (
    SELECT service, count(DISTINCT period) FILTER (value_gbp IS NOT NULL) AS periods
    FROM (FROM spending_per_head WHERE council = $council AND component = 'net_current_expenditure')
    GROUP BY service
)
SELECT s.service, s.plain_name, s.official_name, coalesce(m.breaks, []) AS breaks
FROM known k
JOIN service s USING (service)
JOIN council c ON c.council = $council
JOIN current_responsibility r ON r.council = c.council AND r.service = s.service
LEFT JOIN (
    SELECT service, nation, any_value(breaks ORDER BY position) AS breaks
    FROM (SELECT service, position, breaks, unnest(nations) AS nation FROM measure WHERE kind = 'spend' AND unit = '£ per head')
    GROUP BY ALL
) m ON m.service = s.service AND m.nation = c.nation
-- One year is no series, unless there is no other.
WHERE k.periods > 1 OR k.periods = (SELECT max(periods) FROM known)
ORDER BY s.service NOT IN ('decided', 'total'), s.position
