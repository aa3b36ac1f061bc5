-- Spending per resident by the lines of a nation's own return. A key is the nation's letter (W, S, N) and a service.
WITH wanted AS (
    SELECT measure, split_part(key, ' ', 2) AS service,
           CASE split_part(key, ' ', 1) WHEN 'W' THEN 'Wales' WHEN 'S' THEN 'Scotland' ELSE 'Northern Ireland' END AS nation
    FROM member
), amount AS (
    SELECT s.council, s.period, c.nation, s.service, s.value_gbp, s.status, s.source, s.note
    FROM spending s JOIN council c USING (council)
    WHERE s.component = 'net_current_expenditure' AND c.nation IN ('Wales', 'Scotland')
    UNION ALL
    -- Three years at the prices of the last: in spending stands that one alone.
    SELECT o.council, o.period, c.nation, h.service, CASE WHEN o.value <> 0 THEN o.value * CAST(o.pounds AS DOUBLE) END,
           CASE WHEN o.value = 0 THEN 'not_held' ELSE 'derived' END, o.source,
           CASE WHEN o.value = 0 THEN 'The transcription has a nought here, between amounts of other years: taken for a gap.' END
    FROM raw.nation_expenditure o JOIN council c USING (council)
    JOIN declared.nation_line h ON h.nation = c.nation AND h.heading = o.heading
    WHERE c.nation = 'Northern Ireland'
), whole AS (
    FROM amount
    UNION ALL
    SELECT council, period, nation, 'total', CASE WHEN count(value_gbp) = count(*) THEN sum(value_gbp) END,
           CASE WHEN count(value_gbp) = count(*) THEN 'derived' ELSE 'not_held' END, any_value(source),
           CASE WHEN count(value_gbp) < count(*) THEN 'One line lacks, so the sum of the others is no total.' END
    FROM amount WHERE nation = 'Northern Ireland' GROUP BY council, period, nation
)
SELECT w.measure, a.council, a.period, a.value_gbp / p.residents AS value, a.value_gbp AS numerator, p.residents AS denominator,
       CASE WHEN a.value_gbp IS NOT NULL AND p.residents IS NULL THEN 'not_collected' ELSE a.status END AS status, a.source,
       CASE WHEN a.value_gbp IS NOT NULL AND p.residents IS NULL THEN 'No estimate of residents for this council and year; the pounds are known.'
            ELSE coalesce(a.note, 'From a compiler''s table of the official figures.') END AS note
FROM wanted w
JOIN whole a USING (nation, service)
JOIN period t USING (period)
LEFT JOIN population p ON p.council = a.council AND p.year = year(t.starts)
