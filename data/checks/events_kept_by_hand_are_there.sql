-- check: Every event, revision and new council that is kept by hand is about a council that exists.
-- level: stop
SELECT 'council_event' AS kept, e.council FROM declared.council_event e ANTI JOIN council c USING (council)
UNION ALL
SELECT 'support_revision', r.council FROM declared.support_revision r ANTI JOIN council_event e
    ON e.council = r.council AND e.happened = r.period AND e.revised_gbp IS NOT NULL
UNION ALL
SELECT 'reorganisation_part', p.council FROM declared.reorganisation_part p ANTI JOIN council c USING (council)
ORDER BY ALL
