-- after: council
-- makes: who runs what, from services.toml
SELECT d.service, c.council, d.comparison_group
FROM declared.service_class d JOIN council c USING (class)
WHERE NOT EXISTS (FROM declared.service_council s WHERE s.service = d.service AND s.council = c.council)
UNION ALL
SELECT service, council, comparison_group FROM declared.service_council
