-- check: An issue about a council or a period names one that the edition knows.
-- level: stop
SELECT source, kind, explanation, council, period
FROM issue
WHERE council NOT IN (SELECT council FROM council) OR period NOT IN (SELECT period FROM period)
