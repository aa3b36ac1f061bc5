-- question: What did a reorganised area spend per head before and after, beside areas that did not reorganise?
-- takes: area text, service text
-- gives: period text, side text, real_per_head_gbp double, residents integer, lacking text[], beside_n integer,
--   beside_median double, beside_q1 double, beside_q3 double, source text
-- one row per: period
-- Beside it: whole two-tier areas, or for districts that merged other districts. side is before or after. A year in which one part's return lacks has no sum: lacking names it.
WITH area AS (FROM reorganised_areas() WHERE area = $area), effect AS (SELECT any_value(takes_effect) AS day FROM area),
members AS (
    SELECT DISTINCT predecessor AS council, 'before' AS side FROM area
    UNION SELECT DISTINCT successor, 'after' FROM area
), amount AS (
    SELECT t.period, t.starts, m.side, c.name, s.real_gbp, s.censored, s.source
    FROM members m
    JOIN council c USING (council)
    JOIN spending_per_head s USING (council)
    JOIN period t USING (period)
    CROSS JOIN effect e
    WHERE s.service = $service AND s.component = 'net_current_expenditure' AND s.status <> 'not_responsible'
      AND (m.side = 'before') = (t.starts < e.day)
), counted AS (
    SELECT m.side, n.year, sum(n.residents) FILTER (c.tier <> 'upper') AS residents,
           count(*) FILTER (c.tier <> 'upper') AS councils
    FROM members m JOIN council c USING (council) JOIN population n USING (council) GROUP BY ALL
), people AS (
    -- The area is the same before and after: its residents are those of the successors where they are known.
    SELECT year, coalesce(max(residents) FILTER (side = 'after'), max(residents) FILTER (side = 'before' AND councils = (
               SELECT count(*) FROM members JOIN council c USING (council) WHERE side = 'before' AND c.tier <> 'upper')))
               AS residents
    FROM counted GROUP BY year
), kind AS (
    SELECT bool_and(c.tier = 'lower') AS districts FROM (SELECT DISTINCT successor AS council FROM area)
    JOIN council c USING (council)
), own AS (
    SELECT a.period, a.starts, any_value(a.side) AS side, sum(a.real_gbp) AS real_gbp,
           coalesce(list(a.name ORDER BY a.name) FILTER (a.real_gbp IS NULL OR a.censored), []) AS lacking,
           any_value(a.source) AS source
    FROM amount a GROUP BY a.period, a.starts
), two_tier AS (
    SELECT CASE WHEN k.districts THEN c.council ELSE coalesce(c.county, c.council) END AS county, s.period, sum(s.real_gbp) AS real_gbp,
           sum(s.residents) FILTER (c.tier = 'lower') AS residents,
           bool_and(s.real_gbp IS NOT NULL AND NOT coalesce(s.censored, false)) AS complete
    FROM council c JOIN spending_per_head s USING (council) CROSS JOIN kind k
    WHERE c.nation = 'England' AND (c.tier = 'lower' OR (c.tier = 'upper' AND NOT k.districts)) AND c.ends IS NULL
      AND c.council NOT IN (SELECT council FROM members) AND s.service = $service
      AND s.component = 'net_current_expenditure' AND s.status <> 'not_responsible'
    GROUP BY ALL
), beside AS (
    SELECT period, CAST(count(*) AS INTEGER) AS n, censored_quantile(real_gbp / residents, false, 0.5) AS middle,
           censored_quantile(real_gbp / residents, false, 0.25) AS q1,
           censored_quantile(real_gbp / residents, false, 0.75) AS q3
    FROM two_tier WHERE complete AND residents > 0 GROUP BY period
)
SELECT o.period, o.side, CASE WHEN len(o.lacking) = 0 THEN o.real_gbp / n.residents END AS real_per_head_gbp,
       CAST(n.residents AS INTEGER) AS residents, o.lacking, coalesce(b.n, 0) AS beside_n,
       CASE WHEN b.n >= 3 THEN b.middle END AS beside_median, CASE WHEN b.n >= 8 THEN b.q1 END AS beside_q1,
       CASE WHEN b.n >= 8 THEN b.q3 END AS beside_q3, o.source
FROM own o
LEFT JOIN people n ON n.year = year(o.starts)
LEFT JOIN beside b USING (period)
ORDER BY o.starts
