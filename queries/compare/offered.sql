-- question: Which measures has this council, to compare with others?
-- takes: council text
-- gives: measure text, title text, official_title text, service text, service_plain text,
--   service_official text, kind text, headline boolean, frameworks text[]
-- one row per: measure
SELECT m.measure, m.title, m.official_title, m.service, s.plain_name AS service_plain,
       s.official_name AS service_official, m.kind, m.headline,
       -- Frameworks of the council's nation that ask for the measure, or for what it is near to.
       list_sort(coalesce((SELECT list(DISTINCT f.framework) FROM framework_figure f JOIN framework w USING (framework)
                           JOIN council c ON c.nation = w.nation
                           WHERE f.measure = m.measure AND c.council = $council), [])) AS frameworks
FROM measure m
JOIN service s USING (service)
JOIN current_responsibility r ON r.council = $council AND r.service = m.service
WHERE EXISTS (FROM value v WHERE v.measure = m.measure AND v.council = $council AND v.status NOT IN ('not_collected', 'not_held'))
ORDER BY s.position, NOT m.headline, m.position
