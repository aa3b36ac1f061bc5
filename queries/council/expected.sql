-- question: What did a budget return expect this council to hold or owe at the end of a year?
-- takes: council text, family text
-- gives: period text, line text, plain_name text, official_name text, note text, value_gbp double,
--   status text, source text
-- one row per: period, line
SELECT f.period, f.line, l.plain_name, l.official_name, l.explanation AS note, f.value AS value_gbp, f.status, f.source
FROM finance f JOIN finance_line l USING (line)
WHERE f.council = $council AND l.family = $family AND f.basis = 'position' AND f.status = 'estimated'
ORDER BY f.period, l.position
