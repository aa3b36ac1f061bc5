-- question: For which years do England's councils have spending figures, and from which sources?
-- takes: nothing
-- gives: period text, returns integer, sources text[], derived boolean
-- one row per: period
SELECT s.period, CAST(count(s.value_gbp) AS INTEGER) AS returns, list(DISTINCT s.source ORDER BY s.source) AS sources,
       bool_or(s.status = 'derived') AS derived
FROM spending s JOIN council c USING (council)
WHERE s.service = 'total' AND s.component = 'net_current_expenditure' AND c.class <> 'other' AND c.nation = 'England' AND s.value_gbp IS NOT NULL
GROUP BY s.period
ORDER BY s.period DESC
