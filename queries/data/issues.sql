-- question: Which rows were refused or flagged, where do they stand, and why?
-- takes: source text, kind text, who text
-- gives: source text, source_file text, source_row integer, rows integer, field text, kind text,
--   content text, explanation text, who_can_mend text, council text, council_name text, period text
-- one row per: source, source_file, source_row, field, kind, content, explanation, who_can_mend,
--   council, period
SELECT source, source_file, source_row, CAST(sum(rows) AS INTEGER) AS rows, field, kind, content,
       explanation, who_can_mend, i.council, c.name AS council_name, period
FROM issue i LEFT JOIN council c USING (council)
WHERE ($source IS NULL OR source = $source)
  AND ($kind IS NULL OR kind = $kind)
  AND ($who IS NULL OR who_can_mend = $who)
GROUP BY ALL
ORDER BY source, source_file, source_row, field, content, kind, explanation, council_name, period
