-- question: What does a measure mean, and how is it made?
-- takes: measure text
-- gives: measure text, family text, title text, official_title text, question text, service text,
--   service_plain text, service_official text, kind text, describes text, unit text,
--   decimals integer, polarity text, numerator text, denominator text, interval_method text,
--   min_denominator double, price_basis text, caveats text[], breaks text[],
--   comparable_from text, nations text[], sources text[]
-- one row per: measure
SELECT m.measure, m.family, m.title, m.official_title, m.question, m.service,
       s.plain_name AS service_plain, s.official_name AS service_official,
       m.kind, m.describes, m.unit, m.decimals, m.polarity, m.numerator, m.denominator,
       m.interval_method, m.min_denominator, m.price_basis, m.caveats, m.breaks,
       nullif(m.comparable_from, '') AS comparable_from, m.nations,
       (SELECT list(source ORDER BY source) FROM measure_source k WHERE k.measure = m.measure) AS sources
FROM measure m JOIN service s USING (service)
WHERE m.measure = $measure
