-- Residents of the mid-year before, one row per council and year.
SELECT council, CAST(year + 1 AS INTEGER) AS year, residents, share_0_15_pct, share_65_plus_pct,
       CASE WHEN density_per_km2 > 0 THEN log2(density_per_km2) END AS density_doublings
FROM population ORDER BY ALL
