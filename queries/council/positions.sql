-- question: What did this council hold (reserves) or owe (borrowing) at the end of each year, as it came out?
-- takes: council text, family text
-- gives: period text, line text, plain_name text, official_name text, note text, value_gbp double,
--   status text, source text
-- one row per: period, line
SELECT f.period, f.line, l.plain_name, l.official_name, l.explanation AS note, f.value AS value_gbp, f.status, f.source
FROM finance f JOIN finance_line l USING (line)
WHERE f.council = $council AND l.family = $family AND f.basis = 'position'
  -- What a budget return expected stands in no series with what came out: see council/expected.
  AND f.status <> 'estimated'
ORDER BY f.period, l.position
