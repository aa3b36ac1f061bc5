-- Outcomes, one row per council, year and measure: of two periods that end in one year the later.
SELECT v.council, CAST(year(v.ends) AS INTEGER) AS year, v.measure, v.value AS v, v.lower AS lo, v.upper AS hi,
       v.numerator AS n, v.denominator AS d, v.period AS per, v.status AS st
FROM measure_value v JOIN measure m USING (measure)
WHERE m.kind = 'outcome' AND m.describes = 'council'
QUALIFY row_number() OVER (PARTITION BY v.council, v.measure, year(v.ends) ORDER BY v.ends DESC, v.starts) = 1
ORDER BY ALL
