-- after: council, succession
-- makes: residents of districts abolished since 2020, which today's estimates leave out: the mid-year estimates
--   that Defra set beside their fly-tipping, mid-2019 to mid-2022
SELECT f.council, year(p.starts) AS year, CAST(f.residents AS BIGINT) AS residents, f.source
FROM raw.fly_tipping f JOIN council c USING (council) JOIN period p USING (period)
WHERE c.class = 'district' AND c.ends IS NOT NULL AND f.residents IS NOT NULL
  AND make_date(year(p.starts), 6, 30) <= c.ends
