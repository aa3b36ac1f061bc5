-- check: No score, rate of deaths or life expectancy is nought: there a nought means a missing figure.
-- level: stop
SELECT measure, council, period
FROM value v JOIN measure m USING (measure)
WHERE v.value = 0 AND (m.unit IN ('score', 'score out of 12', 'years', 'per 100,000 under 75') OR m.family = 'ofsted')
