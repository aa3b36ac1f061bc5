-- after: council, neighbour_model
-- makes: neighbours as published, between councils of today; a combined authority is nobody's neighbour
WITH published AS (
    -- Rank and closeness only where a publisher gives them.
    SELECT NULL::VARCHAR AS rank, NULL::VARCHAR AS closeness WHERE false
    UNION ALL BY NAME
    FROM raw.peer
)
SELECT p.model, p.council, n.council AS neighbour, CAST(p.rank AS INTEGER) AS rank,
       upper(left(p.closeness, 1)) || lower(substr(p.closeness, 2)) AS closeness
FROM published p
JOIN place_code n ON n.scheme = 'gss' AND n.code = p.neighbour_code
JOIN council subject ON subject.council = p.council AND subject.ends IS NULL
JOIN council peer ON peer.council = n.council AND peer.ends IS NULL
