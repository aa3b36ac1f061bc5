-- question: Who delivers a part of a service for this council, year by year?
-- takes: part text, council text
-- gives: period text, series text, model text, plain_name text, official_name text, value double, total double,
--   share_pct double, status text, note text, source text
-- one row per: period, model
-- A share of too few to be compared is given, with a note.
SELECT d.period, d.series, d.model, m.plain_name, m.official_name, d.value, d.total, d.share_pct, d.status, s.note,
       d.source
FROM delivery d
JOIN delivery_share s USING (council, period, delivery_service, model)
JOIN delivery_model m USING (model)
JOIN period t USING (period)
WHERE d.delivery_service = $part AND d.council = $council
ORDER BY t.starts, m.position
