-- after: council
-- makes: figures of the benchmarking framework that contradict their own counts, and zeros that mean missing
SELECT l.source, l.source_file, l.source_row, 1 AS rows, l.code AS field,
       CASE WHEN l.value = 0 THEN 'zero that means missing' ELSE 'contradicts its counts' END AS kind,
       c.name || ' ' || l.period || ': ' || l.value || CASE WHEN l.numerator IS NULL THEN '' ELSE ', ' || l.numerator || ' of ' || l.denominator END AS content,
       CASE WHEN l.value = 0 THEN 'A score or a coverage of zero between years of high figures: shown as missing.'
            ELSE 'The indicator is far from numerator over denominator: shown as not comparable.' END AS explanation,
       'publisher' AS who_can_mend, l.council, l.period
FROM raw.lgbf l JOIN council c USING (council)
WHERE (l.value = 0 AND (l.code LIKE 'CHN12%' OR l.code = 'ECON08' AND l.period > '2014-15'))
   OR (l.code IN ('HSN03', 'HSN05a', 'ECON01', 'CORP08', 'CORP-ASSET01') AND abs(l.value - l.numerator / l.denominator) > 0.03)
