-- after: council, neighbour_model
-- makes: ranked neighbours as published, between councils of today; a combined authority is nobody's neighbour
WITH published AS (
    SELECT model, council, neighbour_code, CAST(rank AS INTEGER) AS rank, NULL AS closeness FROM raw.similar_area
    UNION ALL
    SELECT 'dfe_childrens', council, neighbour_code, CAST(rank AS INTEGER),
           upper(left(closeness, 1)) || lower(substr(closeness, 2))
    FROM raw.childrens_neighbour
)
SELECT p.model, p.council, n.council AS neighbour, p.rank, p.closeness
FROM published p
JOIN place_code n ON n.scheme = 'gss' AND n.code = p.neighbour_code
JOIN council subject ON subject.council = p.council AND subject.ends IS NULL
JOIN council peer ON peer.council = n.council AND peer.ends IS NULL
