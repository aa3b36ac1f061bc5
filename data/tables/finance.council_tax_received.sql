-- after: council, place_code, finance_line
-- makes: council tax received in a year by each billing authority, for all who are paid through its bill, in pounds
WITH cell AS (
    SELECT *, CASE WHEN starts_with(header, 'Total receipts') THEN 'tax_received'
                   WHEN contains(header, 'previous years') THEN 'tax_received_arrears'
                   WHEN contains(header, '2022 to 2023') THEN 'tax_received_own_year'
                   WHEN contains(header, '2023 to 2024') THEN 'tax_received_in_advance' END AS line
    FROM raw.council_tax_received
    -- An authority that did not exist yet, or no longer, has a mark in the year.
    WHERE value IS NOT NULL AND (sheet = 'Table_4' OR period <> '2022-23')
)
SELECT council, period, line, 'outturn' AS basis, round(value * 1000, 2) AS value, 'gbp' AS unit, 'published' AS status,
       source, source_file, source_row, sheet || '!' || source_column AS source_column
FROM cell
