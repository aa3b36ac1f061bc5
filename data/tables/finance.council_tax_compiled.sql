-- after: council, place_code, finance_line
-- makes: bills by band that only a compiler or a transcription gives: Scotland's newer years, and a part of Wales
SELECT council, period, 'area_band_' || lower(band) AS line, 'set' AS basis, round(value, 2) AS value, 'gbp' AS unit,
       'derived' AS status, source, source_file, source_row, source_column
FROM raw.council_tax_band_compiled
WHERE value IS NOT NULL
