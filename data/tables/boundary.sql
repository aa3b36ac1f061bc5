-- after: council
-- makes: outlines of councils and wider areas of today; names of councils are the register's
SELECT a.layer, a.code, a.council, c.name, 'current' AS vintage, a.geojson
FROM raw.council_area a JOIN council c USING (council)
UNION ALL BY NAME
SELECT layer,
       CASE code WHEN 'England' THEN 'E92000001' WHEN 'Northern Ireland' THEN 'N92000002'
                 WHEN 'Scotland' THEN 'S92000003' WHEN 'Wales' THEN 'W92000004' ELSE code END AS code,
       name, 'current' AS vintage, geojson
FROM raw.wider_area
