-- check: A Band D home's bill is the same in the table of bands as in the table of parts.
-- level: stop
SELECT a.council, a.period, a.value AS by_band, b.value AS by_part
FROM finance a JOIN finance b USING (council, period)
WHERE a.line = 'area_band_d' AND b.line = 'band_d_area' AND abs(a.value - b.value) > 0.005
