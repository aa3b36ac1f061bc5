-- question: How many people live in a nation, or in one region or council of it, in a year?
-- takes: period text, nation text, region text, slug text
-- gives: residents integer, councils integer, without integer
-- one row per: query
SELECT CAST(sum(p.residents) AS INTEGER) AS residents, CAST(count(p.residents) AS INTEGER) AS councils,
       CAST(count(*) - count(p.residents) AS INTEGER) AS without
FROM council c
JOIN period t ON t.period = $period
LEFT JOIN population p ON p.council = c.council AND p.year = year(t.starts)
WHERE c.nation = $nation AND c.class <> 'other'
  -- Residents of past years are published for today's areas: they add up to the whole in every year.
  AND CASE WHEN $slug IS NULL THEN c.class <> 'county' AND c.ends IS NULL ELSE c.slug = $slug END
  AND ($region IS NULL OR c.region = $region)
