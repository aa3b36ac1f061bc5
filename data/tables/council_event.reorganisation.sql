-- after: council, reorganisation, reorganisation_part
-- makes: reorganisation decided or proposed, for every council that it would end, with what becomes of it as far as is known
WITH destination AS (
    SELECT reorganisation, council, extent, string_agg(successor, ' and ' ORDER BY successor) AS names
    FROM reorganisation_part GROUP BY ALL
)
SELECT d.council, 'reorganisation_' || r.state AS kind, r.happened, r.precision,
       r.says || CASE d.extent
           WHEN 'whole' THEN ' All of its area goes to ' || d.names || '.'
           WHEN 'part' THEN ' Part of its area goes to ' || d.names || '.'
           WHEN 'services' THEN ' The new councils take over its services, each for its own area.'
           ELSE '' END AS says,
       r.evidence_url, r.as_of
FROM destination d JOIN reorganisation r USING (reorganisation)
