-- question: Who delivers what may bear on these results, in this council and in those beside it?
-- takes: councils text[], measures text[]
-- gives: measure text, council text, delivery_service text, delivery_name text, model text, model_name text,
--   period text, share_pct double
-- one row per: measure, council, delivery_service
-- The largest share alone; only where a mechanism is stated (delivery_mechanism), in the newest period held.
WITH newest AS (
    SELECT delivery_service, arg_max(period, ends) AS period FROM delivery_share
    WHERE left_out_because IS NULL GROUP BY delivery_service
    -- Who delivered ten years ago is no lead to ask about today.
    HAVING max(ends) >= DATE '2020-01-01'
), largest AS (
    SELECT d.council, d.delivery_service, d.period, arg_max(d.model, d.share_pct) AS model, max(d.share_pct) AS share_pct
    FROM delivery_share d JOIN newest USING (delivery_service, period)
    WHERE list_contains($councils, d.council) AND d.left_out_because IS NULL
    GROUP BY ALL
)
SELECT DISTINCT m.measure, l.council, l.delivery_service, s.plain_name AS delivery_name, l.model, t.plain_name AS model_name,
       l.period, l.share_pct
FROM delivery_mechanism m
JOIN largest l USING (delivery_service)
JOIN delivery_service s USING (delivery_service)
JOIN delivery_model t ON t.model = l.model
WHERE list_contains($measures, m.measure) AND m.mechanism IS NOT NULL
ORDER BY m.measure, l.delivery_service, l.council
