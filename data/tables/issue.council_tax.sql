-- after: council, finance
-- makes: billing councils whose parts of the council tax bill do not add to the published whole
WITH bill AS (
    SELECT council, period, any_value(source) AS source, any_value(source_file) AS source_file, min(source_row) AS source_row,
           max(value) FILTER (line = 'band_d_area') AS whole, max(value) FILTER (line = 'band_d_with_parishes') AS own,
           sum(value) FILTER (line IN ('band_d_with_parishes', 'band_d_county', 'band_d_police', 'band_d_fire', 'band_d_combined_authority')) AS parts
    FROM finance WHERE line LIKE 'band_d%' GROUP BY council, period
)
SELECT b.source, b.source_file, b.source_row, 1 AS rows, 'band_d_area' AS field,
       CASE WHEN own IS NULL THEN 'no Band D of its own' ELSE 'parts do not add' END AS kind,
       c.name || ' ' || period || ': parts ' || printf('%.2f', parts) || ', whole ' || printf('%.2f', whole) AS content,
       CASE WHEN own IS NULL THEN 'A council made by a merger gives no Band D of its own, or zero, while its parts still pay different rates: shown as not collected.'
            ELSE 'The parts of the bill differ from the published whole: both are shown as published.' END AS explanation,
       'publisher' AS who_can_mend, b.council, b.period
FROM bill b JOIN council c USING (council)
WHERE whole IS NOT NULL AND (own IS NULL OR abs(whole - parts) > 0.011)
