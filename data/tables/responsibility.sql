-- after: council
-- makes: who runs what, and between which days where the duty moved, from services.toml
SELECT d.service, c.council, d.comparison_group
FROM declared.service_class d JOIN council c USING (class)
WHERE NOT EXISTS (FROM declared.service_council s WHERE s.service = d.service AND s.council = c.council)
UNION ALL BY NAME
SELECT service, council, comparison_group, starts, ends, reason FROM declared.service_council
