-- question: Which measures are taken from a source?
-- takes: source text
-- gives: measure text, title text, official_title text
-- one row per: measure
SELECT m.measure, m.title, m.official_title
FROM measure m SEMI JOIN (FROM measure_source WHERE source = $source) USING (measure)
ORDER BY m.position
