-- check: Each county has the residents of its districts, and the councils of today those of the nation.
-- level: stop
SELECT c.county AS area, p.year, county.residents AS published, sum(p.residents) AS ours
FROM population p JOIN council c USING (council) JOIN population county ON county.council = c.county AND county.year = p.year
WHERE c.ends IS NULL AND c.tier = 'lower'
GROUP BY ALL HAVING county.residents <> sum(p.residents)
UNION ALL
SELECT c.council, y.year, NULL, NULL
FROM council c, (SELECT unnest(range(2001, 2025)) AS year) y
WHERE c.ends IS NULL AND c.class <> 'other'
  AND NOT EXISTS (FROM population p WHERE p.council = c.council AND p.year = y.year)
