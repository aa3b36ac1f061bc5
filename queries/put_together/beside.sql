-- question: Which single councils of today have about as many residents as these would have together?
-- takes: councils text[], period text
-- gives: council text, slug text, name text, residents integer
-- one row per: council
WITH people AS (
    SELECT sum(n.residents) AS residents
    FROM parts($councils, 'residents') p
    JOIN council c USING (council)
    JOIN period t ON t.period = $period
    JOIN population n ON n.council = p.council AND n.year = year(t.starts)
    WHERE c.tier <> 'upper'
)
SELECT c.council, c.slug, c.name, CAST(n.residents AS INTEGER) AS residents
FROM council c
JOIN period t ON t.period = $period
JOIN population n ON n.council = c.council AND n.year = year(t.starts)
JOIN people o ON n.residents BETWEEN o.residents * 2 / 3 AND o.residents * 3 / 2
WHERE c.class = 'unitary' AND c.ends IS NULL AND NOT c.sparse AND NOT list_contains($councils, c.council)
ORDER BY n.residents DESC
