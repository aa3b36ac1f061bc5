-- after: council
-- makes: outlines of districts and counties in the years in which they stood, 2014 to 2025
SELECT a.layer, a.code, a.council, c.name, 'history' AS vintage, a.geojson,
       CAST(CAST(a.first_year AS DOUBLE) AS INTEGER) AS valid_from,
       CAST(CAST(a.last_year AS DOUBLE) AS INTEGER) AS valid_to
FROM raw.council_area_history a JOIN council c USING (council)
