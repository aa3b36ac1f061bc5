-- Residents of the mid-year before the one in which a financial year ends.
SELECT council, CAST(year + 1 AS INTEGER) AS year, residents FROM population ORDER BY ALL
