-- check: Where a file has an old and a new code for a council, both say the same.
-- level: warn
SELECT indicator, council, period, list(DISTINCT value) AS figures
FROM raw.els e JOIN council c USING (council) JOIN period t USING (period)
WHERE c.ends IS NULL OR c.ends >= t.ends
GROUP BY ALL HAVING max(value) - min(value) > 0.01
