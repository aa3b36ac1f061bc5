-- question: For which periods has a measure figures in a nation, and where do they come from?
-- takes: measure text, nation text
-- gives: period text, starts date, ends date, figures integer, derived boolean
-- one row per: period
SELECT t.period, t.starts, t.ends, CAST(count(v.value) AS INTEGER) AS figures,
       bool_and(v.status = 'derived') FILTER (v.value IS NOT NULL) AS derived
FROM value v JOIN council c USING (council) JOIN period t USING (period)
WHERE v.measure = $measure AND c.nation = $nation
GROUP BY t.period, t.starts, t.ends
HAVING count(v.value) > 0
ORDER BY t.ends, t.starts, t.period
