-- makes: how dry recycling is collected, 2021-22: the one system of each council that collects
-- after: council, delivery_service, delivery_code
WITH ways AS (
    SELECT DISTINCT k.source, k.model FROM delivery_code k WHERE k.source = 'recycling-collection-2021-22'
), chosen AS (
    SELECT r.council, r.period, r.source, r.source_file, k.model AS own_way
    FROM raw.recycling_collection r LEFT JOIN delivery_code k ON k.source = r.source AND k.published_word = lower(trim(r.system))
)
-- A word that is in no list has no model, which the contract refuses.
SELECT c.council, c.period, 'dry_recycling_collection' AS delivery_service, CASE WHEN c.own_way IS NOT NULL THEN w.model END AS model,
       '2021-22' AS series, CASE WHEN w.model = c.own_way THEN 1 ELSE 0 END AS value, 1 AS total,
       CASE WHEN w.model = c.own_way THEN 100 ELSE 0 END AS share_pct, 'derived' AS status, c.source, c.source_file, NULL AS note
FROM chosen c JOIN ways w USING (source)
