-- Statutory homelessness. Flows are summed over a financial year when all four quarters are there; temporary
-- accommodation is a position at a quarter's end, kept for each March and for the newest quarter.
-- A key is kind|numerator|denominator; households stand for the mean of the year or those of the quarter.
WITH long AS (
    SELECT council, period AS quarter, item, value AS amount FROM raw.homelessness
    UNION ALL
    -- A1 gives no households before April 2019; TA1 does when the council made a return.
    SELECT council, period, 'households',
           1000 * coalesce(any_value(value) FILTER (item = 'households_000'), any_value(value) FILTER (item = 'ta_area_households_000'))
    FROM raw.homelessness GROUP BY council, period
), dated AS (
    SELECT l.*, t.starts, year(t.starts) - CASE WHEN month(t.starts) < 4 THEN 1 ELSE 0 END AS first_year
    FROM long l JOIN period t ON t.period = l.quarter
), yearly AS (
    SELECT council, item, first_year || '-' || right((first_year + 1)::VARCHAR, 2) AS period,
           CASE WHEN item = 'households' THEN avg(amount) WHEN count(amount) = 4 THEN sum(amount) END AS amount,
           count(amount) AS quarters
    FROM dated
    WHERE first_year IN (SELECT first_year FROM dated GROUP BY first_year HAVING count(DISTINCT quarter) = 4)
    GROUP BY council, item, first_year
), placed AS (
    SELECT council, item, quarter AS period, amount, 1 AS quarters FROM dated
    WHERE month(starts) = 1 OR starts = (SELECT max(starts) FROM dated)
), figure AS (
    SELECT 'year' AS kind, * FROM yearly UNION ALL SELECT 'position', * FROM placed
)
SELECT m.measure, n.council, n.period,
       CASE WHEN d.amount > 0 THEN split_part(m.key, '|', 4)::DOUBLE * n.amount / d.amount END AS value,
       n.amount AS numerator, d.amount AS denominator,
       CASE WHEN d.amount = 0 THEN 'not_collected' WHEN n.amount IS NULL OR d.amount IS NULL THEN 'not_submitted' END AS status,
       CASE WHEN n.amount IS NULL AND n.kind = 'year' THEN 'Returns for ' || n.quarters || ' of 4 quarters: no sum of the year.'
            WHEN n.amount IS NULL OR d.amount IS NULL THEN 'No return for this quarter, or withheld.'
            WHEN d.amount = 0 THEN 'No households to count.' END AS note
FROM member m
JOIN figure n ON n.kind = split_part(m.key, '|', 1) AND n.item = split_part(m.key, '|', 2)
JOIN figure d ON d.kind = n.kind AND d.item = split_part(m.key, '|', 3) AND d.council = n.council AND d.period = n.period
