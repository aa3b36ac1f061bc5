-- check: What a council decides on and the services left out of it make the total (to seven thousand pounds: thirteen lines are rounded).
-- level: stop
WITH rest AS (
    SELECT s.council, s.period, s.component, coalesce(sum(s.value_gbp), 0) AS left_out_gbp
    FROM spending s JOIN service v USING (service)
    WHERE v.not_decided_because IS NOT NULL
    GROUP BY s.council, s.period, s.component
)
SELECT t.council, t.period, t.component, t.value_gbp AS total_gbp, d.value_gbp AS decided_gbp, r.left_out_gbp
FROM spending t
JOIN decided_spending d ON d.council = t.council AND d.period = t.period AND d.component = t.component
JOIN rest r ON r.council = t.council AND r.period = t.period AND r.component = t.component
JOIN council c ON c.council = t.council AND c.class <> 'other'
WHERE t.service = 'total'
  AND ((t.value_gbp IS NULL) <> (d.value_gbp IS NULL) OR abs(t.value_gbp - d.value_gbp - r.left_out_gbp) > 7000)
