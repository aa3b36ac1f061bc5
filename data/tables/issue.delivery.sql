-- makes: rows of the delivery sources that stand in no figure: providers outside England, libraries counted in a council that was made later
-- after: council, delivery
SELECT p.source, p.source_file, count(*) AS rows, 'authority' AS field, 'outside the coverage' AS kind, c.name || ': ' || lower(p.type) AS content,
       'The provider stands outside England, whose councils place children there: counted nowhere.' AS explanation, 'nobody' AS who_can_mend,
       c.council, NULL AS period
FROM raw.childrens_provider p JOIN council c USING (council)
WHERE c.nation <> 'England' GROUP BY ALL
UNION ALL
SELECT l.source, l.source_file, count(*), 'reporting', 'counted in a later council', c.name || ', ' || l.period,
       'The list has today''s councils for every year: its libraries of earlier years stand under the council that was made later.', 'nobody',
       c.council, l.period
FROM raw.library l JOIN council c USING (council) JOIN period t USING (period)
WHERE c.starts > t.ends AND l.type ILIKE 'static%' GROUP BY ALL
