-- question: In what state are the main roads of Leeds and of the councils most like it?
-- takes: nothing
-- gives: council text, period text, poor_pct double, status text, publisher text
-- one row per: council
SELECT c.name AS council, v.period, v.value AS poor_pct, v.status, s.publisher
FROM value v
JOIN council c USING (council)
JOIN source s ON s.source = v.source
WHERE v.measure = 'roads_a_poor'
  AND v.period = (SELECT max(period) FROM value WHERE measure = 'roads_a_poor')
  AND (c.council = 'LDS' OR c.council IN (
      SELECT neighbour FROM neighbour WHERE model = 'ons_global' AND council = 'LDS' AND rank <= 10))
ORDER BY c.name
