-- question: Which ways of choosing peers does this council have?
-- takes: council text
-- gives: model text, title text, explanation text, source text, peers integer
-- one row per: model
SELECT m.model, m.title, m.explanation, m.source,
       CAST((SELECT count(*) FROM peer p JOIN council c ON c.council = p.peer
             WHERE p.model = m.model AND p.council = $council AND c.ends IS NULL) AS INTEGER) AS peers
FROM neighbour_model m
WHERE EXISTS (FROM peer p WHERE p.model = m.model AND p.council = $council)
ORDER BY m.position
