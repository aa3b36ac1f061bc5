-- question: Which lines of a service can be looked for, and which is the newest year that has them?
-- takes: nothing
-- gives: line text, plain_name text, official_name text, service text, service_plain text, period text
-- one row per: line
SELECT l.line, l.plain_name, l.official_name, l.service, s.plain_name AS service_plain, max(n.period) AS period
FROM service_line l JOIN service s USING (service) JOIN spending_line n USING (line)
WHERE n.value_gbp IS NOT NULL
GROUP BY ALL
ORDER BY min(l.position), l.line
