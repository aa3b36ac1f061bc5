-- question: Which councils would be put together, and how much of a county comes along?
-- takes: councils text[], basis text
-- gives: council text, slug text, name text, class text, tier text, nation text, share double, residents integer,
--   residents_year integer, ends date
-- one row per: council
SELECT c.council, c.slug, c.name, c.class, c.tier, c.nation, p.share, CAST(n.residents AS INTEGER) AS residents,
       n.year AS residents_year, c.ends
FROM parts($councils, $basis) p
JOIN council c USING (council)
LEFT JOIN (SELECT council, max(year) AS year, arg_max(residents, year) AS residents FROM population GROUP BY council) n
     USING (council)
ORDER BY c.tier = 'upper' DESC, c.name
