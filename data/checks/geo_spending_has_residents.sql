-- check: A council that spends has residents for the year, unless it is abolished or no council.
-- level: stop
SELECT DISTINCT s.council, c.name, s.period
FROM spending s JOIN council c USING (council) JOIN period t USING (period)
WHERE c.class <> 'other' AND c.ends IS NULL AND s.value_gbp IS NOT NULL
  AND NOT EXISTS (FROM population p WHERE p.council = s.council AND p.year = year(t.starts))
