-- question: Do the edition's rows add up to the publishers' own totals?
-- takes: nothing
-- gives: control text, period text, what text, published double, ours double, difference double,
--   equal boolean, unit text, difference_explained text, must_equal boolean, source text,
--   title text
-- one row per: control, period, what
SELECT c.control, c.period, c.what, c.published, c.ours, c.ours - c.published AS difference,
       -- Pounds are equal to the pound: totals of tens of billions carry fractions of a penny.
       abs(c.ours - c.published) < CASE WHEN lower(c.unit) = 'gbp' THEN 0.5 ELSE 0.005 END AS equal,
       c.unit, c.difference_explained, c.must_equal, source, s.title
FROM control_total c JOIN source s USING (source)
ORDER BY s.title, source, c.what, c.period, c.control
