-- check: A percentage of a whole lies between 0 and 100, and so do its limits. (A rate in percent may pass 100: its interval is Byar's.)
-- level: stop
SELECT v.measure, v.council, v.period, v.value, v.lower, v.upper
FROM value v JOIN measure m USING (measure)
WHERE m.unit = '%' AND m.interval_method <> 'byar' AND (v.value NOT BETWEEN 0 AND 100 OR v.lower < 0 OR v.upper > 100)
