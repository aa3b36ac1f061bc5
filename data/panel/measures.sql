-- Measures that are columns of the panel, with their sources.
SELECT m.measure, m.title, m.unit, m.polarity, list(s.source ORDER BY s.source) AS sources
FROM measure m JOIN measure_source s USING (measure)
WHERE m.kind = 'outcome' AND m.describes = 'council' AND m.price_basis = 'not_money'
  AND m.service IN (SELECT service FROM delivery_service)
  AND m.measure IN (SELECT measure FROM measure_value WHERE left_out_because IS NULL AND council IN (SELECT council FROM delivery))
GROUP BY m.measure, m.title, m.unit, m.polarity, m.position ORDER BY m.position
