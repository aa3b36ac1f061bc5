-- check: A value lies within its own 95% limits.
-- level: stop
SELECT measure, council, period, lower, value, upper FROM value
WHERE value < lower - 1e-6 OR value > upper + 1e-6
