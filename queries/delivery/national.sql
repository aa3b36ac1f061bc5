-- question: What share of a service did each kind of deliverer have, over all councils with figures?
-- takes: part text
-- gives: period text, series text, model text, plain_name text, official_name text, value double, value_all double,
--   share_pct double, councils integer, without_shares integer, source text
-- one row per: period, model
WITH whole AS (
    -- A council whose parts do not make a whole would bend the shares: it is counted apart. Where some kinds are not
    -- told apart the others still make a whole.
    SELECT period, council, any_value(total) AS total, bool_or(share_pct IS NOT NULL) AS known
    FROM delivery WHERE delivery_service = $part GROUP BY ALL
), covered AS (
    SELECT period, CAST(count(*) FILTER (WHERE known) AS INTEGER) AS councils,
           CAST(count(*) FILTER (WHERE NOT known) AS INTEGER) AS without_shares
    FROM whole GROUP BY period
), summed AS (
    SELECT d.period, any_value(d.series) AS series, d.model, sum(d.value) FILTER (w.known) AS value,
           sum(d.value) AS value_all, any_value(d.source) AS source
    FROM delivery d JOIN whole w USING (period, council)
    WHERE d.delivery_service = $part
    GROUP BY d.period, d.model
    HAVING count(d.value) > 0
)
SELECT s.period, s.series, s.model, m.plain_name, m.official_name, s.value, s.value_all,
       100.0 * s.value / nullif(sum(s.value) OVER (PARTITION BY s.period), 0) AS share_pct,
       c.councils, c.without_shares, s.source
FROM summed s
JOIN covered c USING (period)
JOIN delivery_model m USING (model)
JOIN period t USING (period)
ORDER BY t.starts, m.position
