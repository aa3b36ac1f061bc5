-- question: How many people live in a nation, or in one region of it, in a year?
-- takes: period text, nation text, region text
-- gives: residents integer
-- one row per: query
SELECT CAST(sum(p.residents) AS INTEGER) AS residents
FROM council c
JOIN period t ON t.period = $period
JOIN population p ON p.council = c.council AND p.year = year(t.starts)
-- Residents of past years are published for today's areas: they add up to the whole in every year.
WHERE c.nation = $nation AND c.class NOT IN ('other', 'county') AND c.ends IS NULL
  AND ($region IS NULL OR c.region = $region)
