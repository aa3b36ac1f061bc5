-- Incidents per 1,000 residents: the publisher's population where it gives one, else ours at mid-year.
WITH counted AS (
    SELECT f.*, coalesce(f.residents, p.residents) AS people
    FROM raw.fly_tipping f
    JOIN period t USING (period)
    LEFT JOIN population p ON p.council = f.council AND p.year = year(t.starts)
)
SELECT m.measure, council, period, 1000 * incidents / people AS value, incidents AS numerator, people AS denominator,
       CASE WHEN incidents IS NULL THEN incidents_status
            WHEN people IS NULL THEN 'not_collected'
            WHEN basis NOT IN (':', 'All incidents') THEN 'not_comparable' END AS status,
       CASE WHEN incidents IS NULL THEN NULL
            WHEN people IS NULL THEN 'No population for this council and year.'
            WHEN basis NOT IN (':', 'All incidents') THEN 'Recorded: ' || lower(basis) || '. Other councils count all incidents.' END AS note
FROM member m CROSS JOIN counted
