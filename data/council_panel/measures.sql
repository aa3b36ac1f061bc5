-- Outcomes that are columns, in their order.
SELECT m.measure, m.title, m.unit, m.polarity, m.service, m.numerator, m.denominator,
       list(s.source ORDER BY s.source) AS sources
FROM measure m JOIN measure_source s USING (measure)
WHERE m.kind = 'outcome' AND m.describes = 'council'
GROUP BY ALL ORDER BY min(m.position)
