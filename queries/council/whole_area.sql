-- question: What do all who serve a resident of this area of two tiers spend per head, each part by itself?
-- takes: council text, period text
-- gives: part text, bodies text[], missing text[], value_gbp double, residents double, per_head_gbp double,
--   status text, period text, source text
-- one row per: part
WITH here AS (
    SELECT coalesce(county, council) AS upper, tier, council FROM council WHERE council = $council AND tier IN ('upper', 'lower')
), standing AS (
    -- Councils with residents of their own, in the year asked for.
    SELECT c.*, p.residents
    FROM council c JOIN period t ON t.period = $period
    LEFT JOIN population p ON p.council = c.council AND p.year = year(t.starts)
    WHERE c.tier IN ('lower', 'single') AND (c.starts IS NULL OR c.starts <= t.starts) AND (c.ends IS NULL OR c.ends >= t.ends)
), lower AS (
    SELECT s.council, s.name, s.fire_authority, s.police_authority
    FROM standing s JOIN here h ON CASE h.tier WHEN 'lower' THEN s.council = h.council ELSE s.county = h.upper END
), one_body AS (
    SELECT 'county' AS part, upper AS body, 'decided' AS service FROM here WHERE EXISTS (FROM lower)
    UNION ALL SELECT 'district', council, 'decided' FROM lower
    UNION ALL SELECT DISTINCT 'fire', fire_authority, 'fire' FROM lower WHERE fire_authority IS NOT NULL
    UNION ALL SELECT DISTINCT 'police', police_authority, 'police' FROM lower WHERE police_authority IS NOT NULL
), served AS (
    -- Fire and police have no residents of their own: those of every council that they serve.
    SELECT b.part, b.body, b.service,
           CASE b.part WHEN 'county' THEN (SELECT residents FROM spending_per_head h WHERE h.council = b.body
                    AND h.period = $period AND h.service = 'total' AND h.component = 'net_current_expenditure')
               WHEN 'district' THEN (SELECT residents FROM standing s WHERE s.council = b.body)
               WHEN 'fire' THEN (SELECT sum(residents) FROM standing s WHERE s.fire_authority = b.body)
               ELSE (SELECT sum(residents) FROM standing s WHERE s.police_authority = b.body) END AS residents
    FROM one_body b
), known AS (
    SELECT s.part, coalesce(c.name, s.body) AS name, h.value_gbp, s.residents, h.status, h.source
    FROM served s
    LEFT JOIN council c ON c.council = s.body
    LEFT JOIN spending_per_head h ON h.council = s.body AND h.period = $period AND h.service = s.service
        AND h.component = 'net_current_expenditure'
)
SELECT part, list(name ORDER BY name) AS bodies,
       coalesce(list(name ORDER BY name) FILTER (value_gbp IS NULL OR residents IS NULL), []) AS missing,
       CASE WHEN count(value_gbp) = count(*) THEN sum(value_gbp) END AS value_gbp,
       CASE WHEN count(residents) = count(*) THEN CAST(sum(residents) AS DOUBLE) END AS residents,
       CASE WHEN count(value_gbp) = count(*) AND count(residents) = count(*) THEN sum(value_gbp) / sum(residents) END AS per_head_gbp,
       CASE WHEN count(value_gbp) < count(*) THEN 'not_held' WHEN bool_or(status = 'derived') THEN 'derived'
            ELSE 'published' END AS status,
       $period AS period, any_value(source) AS source
FROM known
GROUP BY part
ORDER BY array_position(['county', 'district', 'fire', 'police'], part)
