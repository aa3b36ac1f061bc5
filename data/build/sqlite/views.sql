-- What a reader asks for first, with names beside the keys. Figures are in cash.
CREATE VIEW figure AS
SELECT m.title AS measure_title, c.name AS council_name, v.period, v.value, m.unit, v.lower, v.upper,
       v.status, v.note, m.polarity, v.measure, v.council, c.slug, c.nation, v.source, s.title AS source_title
FROM value v
JOIN measure m ON m.measure = v.measure
JOIN council c ON c.council = v.council
LEFT JOIN source s ON s.source = v.source;

CREATE VIEW council_spending AS
SELECT c.name AS council_name, e.plain_name AS service_name, p.period, p.value_gbp, p.status,
       p.council, p.service, c.slug, c.nation
FROM spending p
JOIN council c ON c.council = p.council
JOIN service e ON e.service = p.service
WHERE p.component = 'net_current_expenditure';
