-- Shares of each kind of deliverer, one row per council, year, part and kind.
SELECT d.council, CAST(year(t.ends) AS INTEGER) AS year, d.delivery_service, d.model, d.share_pct, d.total, d.series,
       CASE WHEN d.share_pct IS NULL AND d.status IN ('published', 'estimated', 'derived') THEN 'not_comparable'
            ELSE d.status END AS status
FROM delivery d JOIN period t USING (period)
QUALIFY row_number() OVER (PARTITION BY d.council, d.delivery_service, d.model, year(t.ends)
                           ORDER BY t.ends DESC) = 1
ORDER BY ALL
