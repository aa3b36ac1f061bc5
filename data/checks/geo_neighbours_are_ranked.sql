-- check: Ranked neighbours run from 1 without a gap; nobody is its own neighbour, and none is abolished.
-- level: stop
SELECT model, council, NULL AS neighbour, count(*) AS neighbours, min(rank) AS first_rank, max(rank) AS last_rank
FROM neighbour WHERE rank IS NOT NULL
GROUP BY model, council HAVING min(rank) <> 1 OR max(rank) <> count(*) OR count(DISTINCT rank) <> count(*)
UNION ALL
SELECT model, n.council, neighbour, NULL, rank, rank
FROM neighbour n JOIN council c ON c.council = n.neighbour
WHERE n.council = neighbour OR c.ends IS NOT NULL
