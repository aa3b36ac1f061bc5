-- after: council, succession
-- makes: residents per council and mid-year; an abolished county has those of the councils that cover the same area
WITH published AS (
    SELECT council, CAST(year AS INTEGER) AS year, CAST(residents AS BIGINT) AS residents,
           share_0_15_pct, share_16_64_pct, share_65_plus_pct, density_per_km2, source
    FROM raw.population_estimate WHERE CAST(year AS INTEGER) >= 2001
), same_area AS (
    -- Dorset's county is left out: Christchurch went from it to another council.
    SELECT s.predecessor, s.successor FROM succession s JOIN council c ON c.council = s.predecessor
    WHERE c.class = 'county' AND c.council <> 'DOR'
)
FROM published
UNION ALL BY NAME
SELECT a.predecessor AS council, p.year, sum(p.residents) AS residents,
       round(sum(p.residents * p.share_0_15_pct) / sum(p.residents), 2) AS share_0_15_pct,
       round(sum(p.residents * p.share_16_64_pct) / sum(p.residents), 2) AS share_16_64_pct,
       round(sum(p.residents * p.share_65_plus_pct) / sum(p.residents), 2) AS share_65_plus_pct,
       round(sum(p.residents) / sum(p.residents / p.density_per_km2)) AS density_per_km2,
       any_value(p.source) AS source
FROM same_area a JOIN published p ON p.council = a.successor JOIN council c ON c.council = a.predecessor
WHERE make_date(p.year, 6, 30) <= c.ends
GROUP BY a.predecessor, p.year
