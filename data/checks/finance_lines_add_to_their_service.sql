-- check: The lines of a service add to its total, and parts of a line to the line, authority by authority, where both are of one release (to seven thousand pounds: lines are rounded).
-- level: stop
WITH line AS (
    SELECT l.*, n.service, n.part_of
    FROM spending_line l JOIN service_line n USING (line)
), whole AS (
    SELECT l.council, l.period, l.component, l.service AS what, sum(l.value_gbp) AS lines_gbp, any_value(s.value_gbp) AS whole_gbp
    FROM line l
    JOIN spending s ON s.council = l.council AND s.period = l.period AND s.service = l.service AND s.component = l.component
    JOIN source mine ON mine.source = l.source
    JOIN source theirs ON theirs.source = s.source
    WHERE l.part_of IS NULL AND mine.published >= theirs.published AND (l.service <> 'housing' OR l.component = 'net_current_expenditure')
    GROUP BY ALL
    UNION ALL
    SELECT l.council, l.period, l.component, p.line, sum(l.value_gbp), any_value(p.value_gbp)
    FROM line l JOIN line p ON p.line = l.part_of AND p.council = l.council AND p.period = l.period AND p.component = l.component
    GROUP BY ALL
    HAVING count(l.value_gbp) > 0
)
SELECT council, period, component, what, lines_gbp, whole_gbp
FROM whole
WHERE abs(lines_gbp - whole_gbp) > 7000 OR (lines_gbp IS NULL) <> (whole_gbp IS NULL)
