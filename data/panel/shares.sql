-- Shares of each kind of deliverer, one row per council, year, part and kind; none of too few to be compared.
SELECT d.council, CAST(year(d.ends) AS INTEGER) AS year, d.delivery_service, d.model,
       CASE WHEN d.left_out_because IS NULL THEN d.share_pct END AS share_pct, d.total, d.series, d.status
FROM delivery_share d
QUALIFY row_number() OVER (PARTITION BY d.council, d.delivery_service, d.model, year(d.ends)
                           ORDER BY d.ends DESC) = 1
ORDER BY ALL
