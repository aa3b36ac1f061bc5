-- check: A percentage of a whole lies between 0 and 100, and so do its limits.
-- level: stop

-- No share: a rate in percent (its interval is Byar's), a gap between two groups, money beside a budget, children counted where they
-- are looked after over an estimate of who may have a place.
SELECT v.measure, v.council, v.period, v.value, v.lower, v.upper
FROM value v JOIN measure m USING (measure)
WHERE m.unit = '%' AND m.interval_method <> 'byar' AND m.kind = 'outcome' AND m.title NOT ILIKE '% gap%'
  AND m.measure NOT IN ('two_year_olds_in_funded_childcare', 'three_and_four_year_olds_in_funded_childcare')
  AND (v.value NOT BETWEEN 0 AND 100 OR v.lower < 0 OR v.upper > 100)
