-- after: council
-- makes: one hexagon per district and single-tier council, layout odd-r
SELECT council, CAST(q AS INTEGER) AS q, CAST(r AS INTEGER) AS r FROM raw.hexagon
