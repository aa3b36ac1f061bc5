-- check: A percentage with counts is what its counts say, but for rounding in the source.
-- level: warn
SELECT v.measure, v.council, v.period, v.value, 100 * v.numerator / v.denominator AS from_counts
FROM value v JOIN measure m USING (measure)
WHERE m.unit = '%' AND m.kind = 'outcome' AND v.denominator >= 50
  AND abs(v.value - 100 * v.numerator / v.denominator) > greatest(1.1, 300 / v.denominator)
