-- question: What reserves and debt would these councils bring?
-- takes: councils text[], basis text
-- gives: line text, family text, plain_name text, official_name text, period text, value_gbp double, shared_gbp double,
--   lacking text[]
-- one row per: line
WITH part AS (FROM parts($councils, $basis)), held AS (
    SELECT f.line, f.period, c.name, p.share, f.value * p.share AS value
    FROM part p
    JOIN council c USING (council)
    JOIN finance f USING (council)
    JOIN finance_line l ON l.line = f.line AND l.family IN ('reserves', 'borrowing')
    WHERE f.basis = 'position' AND f.status IN ('published', 'derived')
), newest AS (SELECT line, max(period) AS period FROM held WHERE value IS NOT NULL GROUP BY line)
SELECT l.line, l.family, l.plain_name, l.official_name, n.period,
       CASE WHEN count(h.value) = count(*) THEN sum(h.value) END AS value_gbp,
       CASE WHEN count(h.value) = count(*) THEN coalesce(sum(h.value) FILTER (h.share < 1), 0) END AS shared_gbp,
       coalesce(list(p.name ORDER BY p.name) FILTER (h.value IS NULL), []) AS lacking
FROM newest n
JOIN finance_line l USING (line)
CROSS JOIN (SELECT c.name FROM part JOIN council c USING (council)) p
LEFT JOIN held h ON h.line = n.line AND h.period = n.period AND h.name = p.name
GROUP BY l.line, l.family, l.plain_name, l.official_name, l.position, n.period
ORDER BY l.family DESC, l.position
