-- New homes in England: the rate as ONS gives it with the count of live table 122; and the Housing Delivery Test.
WITH rate AS (
    SELECT council, period, value, notes FROM raw.els JOIN council c USING (council) JOIN period t USING (period)
    WHERE indicator = 'Net additions to the housing stock (England)' AND (c.ends IS NULL OR c.ends >= t.ends)
    QUALIFY row_number() OVER (PARTITION BY council, period ORDER BY starts_with(coalesce(notes, ''), 'Obsolete')) = 1
), home AS (
    SELECT coalesce(r.council, d.council) AS council, coalesce(r.period, d.period) AS period, r.value, d.value AS homes
    FROM rate r FULL JOIN (FROM raw.net_additional_dwelling WHERE value IS NOT NULL) d ON d.council = r.council AND d.period = r.period
), test AS (
    SELECT *, 'Consequence: ' || lower(consequence) || '.' ||
              CASE block WHEN 'joint plan' THEN ' Figure of the whole area of a joint plan.' ELSE '' END AS words
    FROM raw.housing_delivery WHERE block <> 'former council'
)
SELECT m.measure, council, period, value, homes AS numerator, NULL AS denominator,
       CASE WHEN value IS NULL THEN 'not_collected' END AS status,
       CASE WHEN value IS NULL THEN 'The number of homes is published for this council and year, the rate is not.' END AS note,
       CASE WHEN value IS NULL THEN 'net-additional-dwellings' END AS source
FROM member m CROSS JOIN home WHERE m.key = 'net_additions'
UNION ALL
SELECT m.measure, council, period, 100 * measurement, delivered, required,
       CASE WHEN measurement IS NULL THEN 'not_collected' END,
       CASE WHEN measurement IS NULL THEN 'Nothing was required: no measurement.' ELSE words END, 'housing-delivery-test'
FROM member m CROSS JOIN test WHERE m.key = 'delivery_test'
UNION ALL
-- Scored on the boundaries of the three councils it was made from.
SELECT m.measure, 'BPC', any_value(period), NULL, NULL, NULL, 'not_comparable',
       'Scored on former boundaries: ' || string_agg(authority || ' ' || round(100 * measurement)::INT || '%', ', ' ORDER BY authority) || '.',
       'housing-delivery-test'
FROM member m CROSS JOIN raw.housing_delivery WHERE m.key = 'delivery_test' AND block = 'former council' GROUP BY m.measure
