-- question: How did this council's spending per head on each service move, in the edition's prices?
-- takes: council text, last text, years integer
-- gives: service text, period text, position integer, spend double
-- one row per: service, period
WITH until AS (SELECT starts FROM period WHERE period = $last), years AS (
    SELECT t.period, CAST(row_number() OVER (ORDER BY t.starts DESC) AS INTEGER) AS back
    FROM (SELECT DISTINCT period FROM spending WHERE council = $council AND component = 'net_current_expenditure') s
    JOIN period t USING (period), until u
    WHERE t.starts <= u.starts
)
-- A year without a figure keeps its place, so that a line breaks there.
SELECT p.service, p.period, $years - y.back AS position, p.real_per_head_gbp AS spend
FROM spending_per_head p
JOIN years y USING (period)
WHERE p.council = $council AND p.component = 'net_current_expenditure' AND y.back <= $years
  AND p.per_head_status <> 'not_responsible'
ORDER BY p.service, y.back DESC
