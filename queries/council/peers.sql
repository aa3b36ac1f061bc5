-- question: Who are this council's peers, and who of them is left out of the comparison of a service, and why?
-- takes: council text, model text, others text[], service text, period text
-- gives: council text, slug text, name text, class text, nation text, rank integer,
--   distance double, closeness text, compared boolean, left_out_because text
-- one row per: council
WITH at_work AS (
    SELECT r.council, r.comparison_group
    FROM responsibility r JOIN period t ON t.period = $period
    WHERE r.service = $service AND (r.starts IS NULL OR r.starts <= t.starts) AND (r.ends IS NULL OR r.ends >= t.ends)
), subject AS (
    SELECT c.council, c.nation, r.comparison_group
    FROM council c LEFT JOIN at_work r ON r.council = c.council
    WHERE c.council = $council
), set_beside AS (
    SELECT peer, rank, distance, closeness FROM peer WHERE council = $council AND model = $model
    UNION ALL
    SELECT council, NULL, NULL, NULL FROM council
    WHERE $model = 'own' AND list_contains($others, council) AND council <> $council AND class <> 'other'
), listed AS (
    SELECT b.council, b.slug, b.name, b.class, b.nation, p.rank, p.distance, p.closeness,
           why_no_peer(s.nation, b.nation, b.sparse, s.comparison_group, r.comparison_group) AS left_out_because
    FROM set_beside p
    CROSS JOIN subject s
    JOIN council b ON b.council = p.peer
    LEFT JOIN at_work r ON r.council = p.peer
    JOIN period t ON t.period = $period
    WHERE (b.starts IS NULL OR b.starts <= t.starts) AND (b.ends IS NULL OR b.ends >= t.ends)
)
SELECT council, slug, name, class, nation, rank, distance, closeness,
       left_out_because IS NULL AS compared, left_out_because
FROM listed
ORDER BY rank, name, council
