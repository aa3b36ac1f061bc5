-- Shares by kind of deliverer, from the table delivery. A key is part|kind[,kind]; a council that lacks one of the kinds lacks the share.
WITH asked AS (
    SELECT measure, split_part(key, '|', 1) AS delivery_service, string_split(split_part(key, '|', 2), ',') AS models FROM member
)
SELECT a.measure, d.council, d.period,
       CASE WHEN count(d.share_pct) = count(*) THEN least(sum(d.share_pct), 100) END AS value,
       sum(d.value) AS numerator, any_value(d.total) AS denominator,
       CASE WHEN count(d.share_pct) < count(*) THEN
           coalesce(max(d.status) FILTER (d.value IS NULL), 'not_comparable')
            -- A share of what a compiler transcribed is derived as well.
            WHEN bool_or(d.status = 'derived') THEN 'derived' END AS status,
       any_value(d.source) AS source, any_value(d.note) AS note
FROM asked a JOIN delivery d ON d.delivery_service = a.delivery_service AND list_contains(a.models, d.model)
GROUP BY a.measure, d.council, d.period
