-- makes: the parts of services of which it is known who delivers them, in the order of areas/delivery_service.csv
-- after: council
SELECT * REPLACE (CAST(nullif(min_total, '') AS DOUBLE) AS min_total), row_number() OVER () - 1 AS position FROM declared.delivery_service
