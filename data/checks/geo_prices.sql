-- check: The deflator is 100 in its base year, and every year of spending since 2008-09 has one (earlier ones, of Wales, are in cash alone).
-- level: stop
SELECT period, index, base FROM deflator WHERE period = base AND index <> 100
UNION ALL
SELECT DISTINCT s.period, d.index, d.base FROM spending s LEFT JOIN deflator d USING (period) WHERE d.index IS NULL AND s.period >= '2008-09'
