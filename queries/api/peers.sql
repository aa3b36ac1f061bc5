-- question: Who are a council's peers by a model, and with whom of them may it be compared on a service?
-- takes: council text, model text, service text, rows integer, skip integer
-- gives: council text, model text, peer text, peer_slug text, peer_name text, peer_class text, peer_nation text,
--   peer_ends date, rank integer, distance double, closeness text, compared_services text[], total integer
-- one row per: model, peer
WITH comparable AS (
    SELECT model, peer, list(service ORDER BY service) AS services
    FROM comparable_peer
    WHERE council = $council AND ($model IS NULL OR model = $model)
    GROUP BY model, peer
), found AS (
    SELECT p.council, p.model, p.peer, p.rank, p.distance, p.closeness, coalesce(c.services, []) AS compared_services
    FROM peer p LEFT JOIN comparable c USING (model, peer)
    WHERE p.council = $council AND ($model IS NULL OR p.model = $model)
      AND ($service IS NULL OR list_contains(c.services, $service))
)
SELECT f.council, f.model, f.peer, c.slug AS peer_slug, c.name AS peer_name, c.class AS peer_class,
       c.nation AS peer_nation, c.ends AS peer_ends, f.rank, f.distance, f.closeness, f.compared_services,
       CAST((SELECT count(*) FROM found) AS INTEGER) AS total
FROM found f
JOIN council c ON c.council = f.peer
LEFT JOIN neighbour_model m ON m.model = f.model
ORDER BY m.position, f.model, f.rank, c.name, f.peer
LIMIT greatest($rows, 0) OFFSET greatest($skip, 0)
