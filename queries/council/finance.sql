-- question: What do the published finance returns say of this council: funding, reserves, borrowing, council tax?
-- takes: council text
-- gives: line text, family text, plain_name text, official_name text, explanation text,
--   period text, basis text, value double, unit text, status text, source text
-- one row per: line, period, basis
SELECT f.line, l.family, l.plain_name, l.official_name, l.explanation, f.period, f.basis, f.value, f.unit, f.status, f.source
FROM finance f JOIN finance_line l USING (line)
WHERE f.council = $council
ORDER BY l.position, f.period, f.basis
