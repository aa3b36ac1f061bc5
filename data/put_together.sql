-- What councils would be as one: who belongs, and how much of a county's services comes along.
-- The macros are kept in the assembled file.

-- The councils chosen; with a county its districts, with districts their share of the county. `basis` says by whom a
-- county's services are shared out: residents, children (under 16) or older (65 and over). Shares are of 1.
CREATE MACRO parts(chosen, basis) AS TABLE
WITH picked AS (
    SELECT council, tier FROM council WHERE list_contains(chosen, council)
), whole AS (
    SELECT council FROM picked
    UNION
    SELECT d.council FROM picked p JOIN council d ON d.county = p.council AND d.tier = 'lower' AND d.ends IS NULL
    WHERE p.tier = 'upper'
), people AS (
    SELECT council, arg_max(residents * CASE basis WHEN 'children' THEN share_0_15_pct / 100
                                                   WHEN 'older' THEN share_65_plus_pct / 100 ELSE 1 END, year) AS people
    FROM population GROUP BY council
), county AS (
    SELECT d.county AS council, sum(n.people) FILTER (w.council IS NOT NULL) / sum(n.people) AS share
    FROM council d
    LEFT JOIN whole w ON w.council = d.council
    LEFT JOIN people n ON n.council = d.council
    WHERE d.tier = 'lower' AND d.ends IS NULL
    GROUP BY d.county
)
SELECT council, CAST(1 AS DOUBLE) AS share FROM whole
UNION ALL
SELECT council, share FROM county WHERE share > 0 AND council NOT IN (FROM whole);

-- Which councils of one date were made of one another's parts: one area a reorganisation.
CREATE MACRO reorganised_areas() AS TABLE
WITH made AS (
    SELECT s.predecessor, s.successor, s.takes_effect FROM succession s
    JOIN council c ON c.council = s.successor AND c.nation = 'England'
), area AS (
    -- Successors that share a predecessor are one area: a county split in two keeps its sums.
    SELECT a.successor, a.takes_effect, min(b.successor) AS area
    FROM made a JOIN made b ON b.predecessor = a.predecessor AND b.takes_effect = a.takes_effect
    GROUP BY ALL
)
SELECT DISTINCT a.area, a.takes_effect, m.predecessor, m.successor
FROM area a JOIN made m ON m.successor = a.successor AND m.takes_effect = a.takes_effect;
