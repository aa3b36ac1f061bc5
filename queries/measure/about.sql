-- question: What does a measure mean, and where does it come from?
-- takes: measure text
-- gives: measure text, title text, official_title text, measure_question text, service text,
--   unit text, decimals integer, polarity text, numerator text, denominator text,
--   interval_method text, min_denominator double, price_basis text, caveats text[], breaks text[],
--   sources text[], describes text, kind text
-- one row per: measure
SELECT m.measure, m.title, m.official_title, m.question AS measure_question, m.service, m.unit, m.decimals, m.polarity,
       m.numerator, m.denominator, m.interval_method, m.min_denominator, m.price_basis, m.caveats, m.breaks,
       (SELECT list(source ORDER BY source) FROM measure_source s WHERE s.measure = m.measure) AS sources,
       m.describes, m.kind
FROM measure m WHERE m.measure = $measure
