-- check: No key stands twice in a table that has no primary key.
-- level: stop
SELECT 'boundary' AS in_table, concat_ws(' ', vintage, layer, code) AS key, count(*) AS rows FROM boundary GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'place_code', concat_ws(' ', scheme, code, valid_from), count(*) FROM place_code GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'postcode_exception', postcode, count(*) FROM postcode_exception GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'neighbour', concat_ws(' ', model, council, neighbour), count(*) FROM neighbour GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'context', concat_ws(' ', council, indicator, period), count(*) FROM context GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'value', concat_ws(' ', measure, council, period), count(*) FROM value GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'spending', concat_ws(' ', council, period, service, component), count(*) FROM spending GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'spending_line', concat_ws(' ', council, period, line, component), count(*) FROM spending_line GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'finance', concat_ws(' ', council, period, line, basis, unit), count(*) FROM finance GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'council', name, count(*) FROM council WHERE class <> 'other' GROUP BY name HAVING count(*) > 1
