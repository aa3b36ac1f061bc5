-- check: A reorganisation names as many new councils as it makes, and each of them takes over a district or single-tier council, or it is not known where one goes.
-- level: stop
SELECT r.reorganisation, r.new_councils, len(r.successors) AS named, count(DISTINCT p.successor) FILTER (p.extent IN ('whole', 'part')) AS taking_over,
       count(*) FILTER (p.extent = 'unknown') AS unknown
FROM reorganisation r LEFT JOIN reorganisation_part p USING (reorganisation)
GROUP BY ALL
HAVING count(p.council) = 0
    OR (len(r.successors) > 0 AND (r.new_councils IS DISTINCT FROM len(r.successors)
        OR (taking_over < len(r.successors) AND unknown = 0)))
ORDER BY ALL
