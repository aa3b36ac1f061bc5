-- question: Which periods can a figure belong to, and from which day to which?
-- takes: nothing
-- gives: period text, kind text, starts date, ends date
-- one row per: period
SELECT period, kind, starts, ends FROM period ORDER BY ends, starts, period
