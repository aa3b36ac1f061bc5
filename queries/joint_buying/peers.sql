-- question: Whom could this council be set beside, and whose payments of them are held?
-- takes: council text
-- gives: model text, title text, explanation text, peers integer, held text[], held_names text[],
--   source text
-- one row per: model
SELECT m.model, m.title, m.explanation, CAST(count(*) FILTER (WHERE c.ends IS NULL) AS INTEGER) AS peers,
       coalesce(list(c.council ORDER BY c.name) FILTER (WHERE b.council IS NOT NULL), []) AS held,
       coalesce(list(c.name ORDER BY c.name) FILTER (WHERE b.council IS NOT NULL), []) AS held_names,
       m.source
FROM neighbour_model m
JOIN peer p ON p.model = m.model AND p.council = $council
JOIN council c ON c.council = p.peer
LEFT JOIN ledger.publisher b ON b.council = p.peer
GROUP BY m.model, m.title, m.explanation, m.position, m.source
ORDER BY m.position
