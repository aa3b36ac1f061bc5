-- question: Who are the peers of any choice, how close are they, for which of these services are they compared, and why not?
-- takes: council text, model text, others text[], services text[]
-- gives: council text, slug text, name text, class text, nation text, region text, rank integer,
--   distance double, closeness text, compared_services text[], left_out_because text
-- one row per: council
WITH subject AS (SELECT council, nation, starts, ends FROM council WHERE council = $council),
listed AS (
    SELECT peer, rank, distance, closeness FROM peer WHERE council = $council AND model = $model
    UNION ALL
    SELECT council, NULL, NULL, NULL FROM council
    WHERE $model = 'own' AND list_contains($others, council) AND council <> $council AND class <> 'other'
), shared AS (
    SELECT b.council, list(s.plain_name ORDER BY s.position) AS services
    FROM current_responsibility a
    JOIN current_responsibility b USING (service, comparison_group)
    JOIN service s ON s.service = a.service
    WHERE a.council = $council AND list_contains($services, a.service)
    GROUP BY b.council
)
SELECT c.council, c.slug, c.name, c.class, c.nation, c.region, l.rank, l.distance, l.closeness,
       CASE WHEN c.nation = s.nation AND NOT c.sparse THEN coalesce(h.services, []) ELSE [] END AS compared_services,
       -- Of several services at once there is one group: that of having one in common.
       why_no_peer(s.nation, c.nation, c.sparse, 'shared', CASE WHEN h.services IS NULL THEN 'none' ELSE 'shared' END)
           AS left_out_because
FROM listed l
JOIN council c ON c.council = l.peer
CROSS JOIN subject s
LEFT JOIN shared h ON h.council = c.council
-- Those that stand today; for a council that has ended, those that stood on its last day.
WHERE (s.ends IS NULL AND c.ends IS NULL)
   OR (s.ends IS NOT NULL AND (c.starts IS NULL OR c.starts <= s.ends) AND (c.ends IS NULL OR c.ends >= s.ends))
ORDER BY l.rank, c.name, c.council
