-- question: Do the edition's rows add up to the publishers' own totals?
-- takes: nothing
-- gives: control text, period text, what text, published double, ours double, difference double,
--   equal boolean, unit text, difference_explained text, must_equal boolean, source text
-- one row per: control, period, what
SELECT control, period, what, published, ours, ours - published AS difference,
       abs(ours - published) < 0.005 AS equal, unit, difference_explained, must_equal, source
FROM control_total
ORDER BY control, period, what
