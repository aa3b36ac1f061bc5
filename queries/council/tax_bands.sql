-- question: What does a home in each band pay in all, and what does a Band D home pay over the years?
-- takes: council text
-- gives: line text, plain_name text, period text, value_gbp double, status text, note text, source text
-- one row per: line, period
SELECT f.line, l.plain_name, f.period, f.value AS value_gbp, f.status, l.explanation AS note, f.source
FROM finance f JOIN finance_line l USING (line)
WHERE f.council = $council AND (f.line LIKE 'area_band_%' OR f.line IN ('band_d_area', 'band_d'))
ORDER BY l.position, f.period
