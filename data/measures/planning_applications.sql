-- Decisions of the year: a key is the column of the source that is counted.
SELECT m.measure, council, period,
       100 * CASE m.key WHEN 'extended' THEN extended ELSE granted END / decided AS value,
       CASE m.key WHEN 'extended' THEN extended ELSE granted END AS numerator, decided AS denominator
FROM member m CROSS JOIN raw.planning_decision
