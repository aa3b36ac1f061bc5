-- question: Which measures of a service has a group of councils, and for which periods?
-- takes: service text, nation text, comparison_group text
-- gives: measure text, title text, official_title text, kind text, describes text, unit text,
--   decimals integer, polarity text, interval_method text, grades text[], circumstances text[],
--   circumstances_because text[], min_denominator double,
--   denominator_name text, price_basis text, headline boolean, period text, starts date, ends date,
--   figures integer
-- one row per: measure, period
SELECT m.measure, m.title, m.official_title, m.kind, m.describes, m.unit, m.decimals, m.polarity, m.interval_method, m.grades,
       m.circumstances, m.circumstances_because,
       m.min_denominator, m.denominator AS denominator_name, m.price_basis, m.headline, v.period, v.starts, v.ends,
       CAST(count(*) AS INTEGER) AS figures
FROM measure m
JOIN measure_value v USING (measure)
JOIN responsibility r ON r.council = v.council AND r.service = m.service
JOIN council c ON c.council = v.council
WHERE m.service = $service AND c.nation = $nation AND r.comparison_group = $comparison_group
  AND m.kind IN ('spend', 'outcome', 'activity', 'delivery') AND v.left_out_because IS NULL AND c.class <> 'other'
GROUP BY m.measure, m.title, m.official_title, m.kind, m.describes, m.unit, m.decimals, m.polarity, m.interval_method, m.grades,
       m.circumstances, m.circumstances_because,
         m.min_denominator, m.denominator, m.price_basis, m.headline, m.position, v.period, v.starts, v.ends
HAVING count(*) >= 3
ORDER BY m.kind = 'spend', m.kind = 'delivery', NOT m.headline, m.position, m.measure, v.ends DESC, v.period
