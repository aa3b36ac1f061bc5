-- question: Who are this council's peers, and who of them is left out of the comparison of a service, and why?
-- takes: council text, model text, service text, period text
-- gives: council text, slug text, name text, class text, nation text, rank integer,
--   distance double, closeness text, compared boolean, left_out_because text
-- one row per: council
WITH subject AS (
    SELECT c.council, c.nation, r.comparison_group
    FROM council c LEFT JOIN responsibility r ON r.council = c.council AND r.service = $service
    WHERE c.council = $council
), listed AS (
    SELECT b.council, b.slug, b.name, b.class, b.nation, p.rank, p.distance, p.closeness,
           CASE
               WHEN b.nation <> s.nation THEN 'another nation, which measures differently'
               WHEN s.comparison_group IS NULL OR r.comparison_group IS NULL THEN 'does not run this service'
               WHEN r.comparison_group <> s.comparison_group THEN 'runs other parts of this service'
               WHEN b.sparse THEN 'too few residents to set a scale'
           END AS left_out_because
    FROM peer p
    CROSS JOIN subject s
    JOIN council b ON b.council = p.peer
    LEFT JOIN responsibility r ON r.council = p.peer AND r.service = $service
    JOIN period t ON t.period = $period
    WHERE p.model = $model AND p.council = $council
      AND (b.starts IS NULL OR b.starts <= t.starts) AND (b.ends IS NULL OR b.ends >= t.ends)
)
SELECT council, slug, name, class, nation, rank, distance, closeness,
       left_out_because IS NULL AS compared, left_out_because
FROM listed
ORDER BY rank, name, council
