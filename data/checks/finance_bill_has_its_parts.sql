-- check: Every part of a council tax bill that costs money names who receives it, and no other part does.
-- level: stop
SELECT council, period, coalesce(f.kind, p.kind) AS kind, f.value, p.authority
FROM (SELECT council, period, replace(line, 'band_d_', '') AS kind, value FROM finance
      WHERE line IN ('band_d_county', 'band_d_police', 'band_d_fire', 'band_d_combined_authority') AND value > 0
        AND council IN (SELECT council FROM finance WHERE line = 'band_d_area')) f
FULL JOIN precept p USING (council, period, kind)
WHERE period IN (SELECT period FROM precept) AND (f.value IS NULL OR p.authority IS NULL)
