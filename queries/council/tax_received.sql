-- question: How much council tax came in, year by year, and of the newest year how much for which year's tax?
-- takes: council text
-- gives: line text, plain_name text, official_name text, period text, value_gbp double,
--   status text, note text, source text
-- one row per: line, period
SELECT f.line, l.plain_name, l.official_name, f.period, f.value AS value_gbp, f.status, l.explanation AS note, f.source
FROM finance f JOIN finance_line l USING (line)
WHERE f.council = $council AND starts_with(f.line, 'tax_received') AND f.value IS NOT NULL
ORDER BY f.period DESC, l.position
