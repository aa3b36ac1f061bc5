-- check: No figure is infinite or not a number.
-- level: stop
SELECT measure, council, period, value, lower, upper FROM value
WHERE NOT isfinite(value) OR NOT isfinite(lower) OR NOT isfinite(upper) OR NOT isfinite(numerator) OR NOT isfinite(denominator)
