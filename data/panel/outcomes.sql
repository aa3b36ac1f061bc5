-- Outcomes of the services that have parts, one row per council, year and measure.
SELECT v.council, CAST(year(v.ends) AS INTEGER) AS year, v.measure, CASE WHEN v.left_out_because IS NULL THEN v.value END AS value,
       CASE WHEN v.left_out_because IS NOT NULL AND has_figure(v.status) THEN 'not_comparable'
            ELSE v.status END AS status
FROM measure_value v JOIN measure m USING (measure)
WHERE m.kind = 'outcome' AND m.describes = 'council' AND m.price_basis = 'not_money'
  AND m.service IN (SELECT service FROM delivery_service) AND v.council IN (SELECT council FROM delivery)
QUALIFY row_number() OVER (PARTITION BY v.council, v.measure, year(v.ends) ORDER BY v.ends DESC) = 1
ORDER BY ALL
