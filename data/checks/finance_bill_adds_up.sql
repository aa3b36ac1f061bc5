-- check: The parts of a council tax bill add to the whole, to the penny or two that rounding takes.
-- level: warn
SELECT council, period, max(value) FILTER (line = 'band_d_area') AS whole, sum(value) FILTER (line <> 'band_d_area') AS parts
FROM finance
WHERE line IN ('band_d_area', 'band_d_with_parishes', 'band_d_county', 'band_d_police', 'band_d_fire', 'band_d_combined_authority')
GROUP BY council, period
HAVING count(*) FILTER (line = 'band_d_area') > 0 AND count(value) FILTER (line = 'band_d_with_parishes') > 0
   AND abs(whole - parts) > 0.02
