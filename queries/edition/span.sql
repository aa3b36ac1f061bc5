-- question: From which day to which day do the figures of this edition run?
-- takes: nothing
-- gives: first_day date, last_day date
-- one row per: query
SELECT min(starts) AS first_day, max(ends) AS last_day
FROM period SEMI JOIN (SELECT period FROM value WHERE value IS NOT NULL UNION SELECT period FROM spending WHERE value_gbp IS NOT NULL) USING (period)
