-- after: council, population, spending
-- makes: councils whose spending has no residents to be divided by: abolished ones that no estimate of today covers
SELECT 'population-estimates' AS source,
       (SELECT any_value(source_file) FROM raw.population_estimate) AS source_file,
       count(DISTINCT s.period) AS rows, 'residents' AS field, 'no denominator' AS kind, c.name AS content,
       'Abolished: the estimates of today do not cover it. Its spending is shown in pounds, per head as not collected.' AS explanation,
       'publisher' AS who_can_mend, c.council
FROM spending s JOIN council c USING (council) JOIN period t USING (period)
WHERE c.class <> 'other' AND s.value_gbp IS NOT NULL
  AND NOT EXISTS (FROM population p WHERE p.council = s.council AND p.year = year(t.starts))
GROUP BY c.council, c.name
