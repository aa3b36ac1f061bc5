-- Statutory homelessness. Flows of four quarters are summed, when all four are there: to each March, and to the newest
-- quarter. The quarters stand in measures of their own. Temporary accommodation is a position at a quarter's end.
-- A key is kind|numerator|denominator|per; households stand for the mean of the year or those of the quarter.
WITH long AS (
    SELECT council, period AS quarter, item,
           -- Nobody in bed and breakfast is no family in it; of one to four households nothing more is said.
           CASE WHEN item = 'bb_children_over_6wks' AND value_status = 'not_collected'
                     AND any_value(value) FILTER (item = 'bb_households') OVER (PARTITION BY council, period) = 0
                THEN 0 ELSE value END AS amount,
           CASE WHEN item = 'bb_children_over_6wks' AND value_status = 'not_collected' THEN 'suppressed'
                ELSE value_status END AS status
    FROM raw.homelessness
    UNION ALL
    -- A1 gives no households before April 2019; TA1 does when the council made a return.
    SELECT council, period, 'households',
           1000 * coalesce(any_value(value) FILTER (item = 'households_000'), any_value(value) FILTER (item = 'ta_area_households_000')),
           NULL
    FROM raw.homelessness GROUP BY council, period
), quarter AS (
    SELECT DISTINCT l.quarter, t.ends FROM long l JOIN period t ON t.period = l.quarter
), closing AS (
    SELECT ends,
           CASE WHEN month(ends) = 3 THEN (year(ends) - 1) || '-' || right(year(ends)::VARCHAR, 2)
                ELSE 'Year to ' || monthname(ends) || ' ' || year(ends) END AS period
    FROM quarter WHERE month(ends) = 3 OR ends = (SELECT max(ends) FROM quarter)
), within AS (
    SELECT c.period, q.quarter FROM closing c
    JOIN quarter q ON q.ends <= c.ends AND q.ends > last_day(c.ends - INTERVAL 1 YEAR)
    QUALIFY count(*) OVER (PARTITION BY c.period) = 4
), yearly AS (
    SELECT l.council, l.item, w.period,
           CASE WHEN l.item = 'households' THEN avg(amount) WHEN count(amount) = 4 THEN sum(amount) END AS amount,
           count(amount) AS quarters
    FROM long l JOIN within w USING (quarter)
    GROUP BY l.council, l.item, w.period
), figure AS (
    SELECT 'year' AS kind, council, item, period, amount, NULL AS status, quarters FROM yearly
    UNION ALL
    SELECT kind, council, item, quarter, amount, status, 1 FROM long, (VALUES ('quarter'), ('position')) k (kind)
)
SELECT m.measure, n.council, n.period,
       CASE WHEN d.amount > 0 THEN split_part(m.key, '|', 4)::DOUBLE * n.amount / d.amount END AS value,
       n.amount AS numerator, d.amount AS denominator,
       CASE WHEN d.amount = 0 THEN 'not_collected' WHEN n.amount IS NULL AND n.status = 'suppressed' THEN 'suppressed'
            WHEN n.amount IS NULL OR d.amount IS NULL THEN 'not_submitted' END AS status,
       CASE WHEN n.amount IS NULL AND n.kind = 'year' THEN 'Returns for ' || n.quarters || ' of 4 quarters: no sum of the year.'
            WHEN n.amount IS NULL AND n.status = 'suppressed'
            THEN 'One to four households in bed and breakfast: the publisher does not say how many are families.'
            WHEN n.amount IS NULL OR d.amount IS NULL THEN 'No return for this quarter, or withheld.'
            WHEN d.amount = 0 THEN 'No households to count.'
            WHEN n.status = 'suppressed' THEN 'No household in bed and breakfast at all: counted as none.' END AS note
FROM member m
JOIN figure n ON n.kind = split_part(m.key, '|', 1) AND n.item = split_part(m.key, '|', 2)
JOIN figure d ON d.kind = n.kind AND d.item = split_part(m.key, '|', 3) AND d.council = n.council AND d.period = n.period
