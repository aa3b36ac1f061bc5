-- question: From which sources are each nation's newest spending figures up to a year?
-- takes: period text
-- gives: nation text, period text, sources text[]
-- one row per: nation
WITH held AS (
    SELECT c.nation, s.period, t.ends, list(DISTINCT s.source ORDER BY s.source) AS sources
    FROM spending s JOIN council c USING (council) JOIN period t USING (period)
    WHERE s.service = 'total' AND s.component = 'net_current_expenditure' AND c.class <> 'other' AND s.value_gbp IS NOT NULL
      AND t.ends <= (SELECT ends FROM period WHERE period = $period)
    GROUP BY c.nation, s.period, t.ends
)
SELECT nation, max_by(period, ends) AS period, max_by(sources, ends) AS sources
FROM held GROUP BY nation ORDER BY nation
