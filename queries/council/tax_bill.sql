-- question: What does each body get of a Band D council tax bill, as it was set, and how much of it is the adult social care precept?
-- takes: council text
-- gives: line text, plain_name text, official_name text, value_gbp double, of_which boolean,
--   precept_gbp double, homes double, period text, status text, note text, source text
-- one row per: line
WITH newest AS (
    SELECT max(period) AS period FROM finance WHERE council = $council AND line = 'band_d' AND value IS NOT NULL
), care AS (
    -- The county raises it in an area of two tiers, the council itself elsewhere.
    SELECT p.value / nullif(b.value, 0) AS value_gbp, p.value AS precept_gbp, b.value AS homes,
           n.period, p.source
    FROM council c CROSS JOIN newest n
    JOIN finance p ON p.council = coalesce(c.county, c.council) AND p.period = n.period
        AND p.line = 'adult_social_care_precept'
    JOIN finance b ON b.council = p.council AND b.period = n.period AND b.line = 'tax_base'
    WHERE c.council = $council AND p.value > 0
)
SELECT f.line, l.plain_name, l.official_name, f.value AS value_gbp, false AS of_which,
       NULL::DOUBLE AS precept_gbp, NULL::DOUBLE AS homes, f.period, f.status, l.explanation AS note, f.source
FROM finance f JOIN newest USING (period) JOIN finance_line l USING (line)
WHERE f.council = $council AND (f.value <> 0 OR f.line = 'band_d')
  AND f.line IN ('band_d', 'band_d_county', 'band_d_police', 'band_d_fire', 'band_d_combined_authority', 'band_d_parishes')
UNION ALL
SELECT l.line, l.plain_name, l.official_name, value_gbp, true, precept_gbp, homes, period, 'derived', l.explanation, source
FROM care JOIN finance_line l ON l.line = 'adult_social_care_precept'
ORDER BY of_which, line <> 'band_d', value_gbp DESC
