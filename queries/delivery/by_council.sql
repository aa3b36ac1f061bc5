-- question: What share has one kind of deliverer in each council in one period?
-- takes: part text, deliverer text, period text
-- gives: council text, slug text, name text, class text, value double, amount double, total double, status text,
--   note text, sparse boolean, source text
-- one row per: council
SELECT c.council, c.slug, c.name, c.class, d.share_pct AS value, d.value AS amount, d.total,
       CASE WHEN d.share_pct IS NULL AND d.status IN ('published', 'estimated', 'derived') THEN 'not_comparable'
            ELSE d.status END AS status,
       d.note, c.sparse, d.source
FROM delivery d
JOIN council c USING (council)
WHERE d.delivery_service = $part AND d.model = $deliverer AND d.period = $period
ORDER BY c.name, c.council
