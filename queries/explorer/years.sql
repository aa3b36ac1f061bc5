-- question: For which years can the spending of a nation be followed, and into which parts?
-- takes: nation text
-- gives: period text, derived boolean, positive_only boolean, parts boolean, lines text[],
--   benchmarks boolean
-- one row per: period
SELECT s.period, bool_or(s.status = 'derived') AS derived,
       -- A compiler may leave out what is nought or below; where lines below are there, only nought is.
       bool_or(s.status = 'derived') AND NOT bool_or(coalesce(s.value_gbp, 0) < 0) AND $nation = 'England' AS positive_only,
       bool_or(s.component = 'employees') AS parts,
       -- Services of which it is known what they are made of.
       (SELECT coalesce(list(DISTINCT n.service ORDER BY n.service), []) FROM spending_line l JOIN service_line n USING (line) JOIN council k USING (council)
        WHERE k.nation = $nation AND l.period = s.period) AS lines, false AS benchmarks
FROM spending s JOIN council c USING (council)
WHERE c.nation = $nation AND s.service <> 'total'
GROUP BY s.period
UNION ALL
-- Scotland's years before those of its finance statistics: what the benchmarks cost.
SELECT v.period, bool_or(v.status = 'derived'), false, true, [], true
FROM value v JOIN measure m USING (measure) JOIN council c USING (council) JOIN period t USING (period)
WHERE $nation = 'Scotland' AND c.class = 'scottish' AND m.kind = 'spend' AND t.kind = 'financial'
  AND list_contains(m.nations, 'Scotland') AND m.unit NOT LIKE '%per week' AND m.measure <> 'lgbf_env05'
  AND m.unit <> '£ per head' AND NOT EXISTS (FROM spending s JOIN council k USING (council) WHERE k.nation = $nation AND s.period = v.period)
GROUP BY v.period
HAVING count(v.numerator) > 0
ORDER BY period DESC
