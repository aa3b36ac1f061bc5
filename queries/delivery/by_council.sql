-- question: What share has one kind of deliverer in each council in one period?
-- takes: part text, deliverer text, period text
-- gives: council text, slug text, name text, class text, value double, amount double, total double, status text,
--   note text, sparse boolean, source text
-- one row per: council
-- A share of too few (delivery_service.min_total) has no value here: its amounts stand, and the note says why.
SELECT c.council, c.slug, c.name, c.class, CASE WHEN d.left_out_because IS NULL THEN d.share_pct END AS value,
       d.value AS amount, d.total, d.status, d.note, c.sparse, d.source
FROM delivery_share d
JOIN council c USING (council)
WHERE d.delivery_service = $part AND d.model = $deliverer AND d.period = $period
ORDER BY c.name, c.council
