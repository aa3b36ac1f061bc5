-- Condition of classified roads; the Notes column names, as spreadsheet addresses, the cells measured otherwise.
WITH cell AS (
    SELECT *, source_column || source_row AS address,
           regexp_extract(notes, '\[7\] applies to ([^\[]*)', 1) AS other_method,
           regexp_extract(notes, '\[8\] applies to ([^\[]*)', 1) AS both_methods
    FROM raw.road_condition
)
SELECT m.measure, CASE WHEN c.starts > t.ends THEN coalesce(before.county, council) ELSE council END AS council, period, value,
       CASE WHEN value IS NULL THEN value_status
            WHEN list_contains(regexp_extract_all(other_method, '[A-Z]+\d+'), address) THEN 'not_comparable' END AS status,
       CASE WHEN value_status = 'not_comparable' THEN 'Too little of the network was surveyed to be representative.'
            WHEN value IS NULL THEN NULL
            WHEN list_contains(regexp_extract_all(other_method, '[A-Z]+\d+'), address)
                THEN 'Measured by another method than SCANNER: not directly comparable with other councils or years.'
            WHEN list_contains(regexp_extract_all(both_methods, '[A-Z]+\d+'), address)
                THEN 'SCANNER surveys ran beside an unaccredited system.'
            WHEN authority LIKE '%[note%15%]%' AND period = '2024-25'
                THEN 'The council changed its surveyor and its system in 2024, which may explain part of a change.'
            WHEN regexp_matches(authority, '\[note[^]]*\b12\b[^]]*\]') AND period IN ('2019-20', '2020-21', '2021-22')
                THEN 'London 2019-20 to 2021-22: the borough''s own survey, with limited data.'
            WHEN c.starts > t.ends AND before.county IS NULL THEN 'The roads of the area, before this council was made.' END AS note
FROM member m JOIN cell ON cell.roads = m.key JOIN council c USING (council) JOIN period t USING (period)
-- Earlier years of a council that followed a county of the same area are the county's.
LEFT JOIN (VALUES ('BUC', 'BKM'), ('NYE', 'NYK'), ('SMT', 'SOM')) before (unitary, county) ON before.unitary = council
WHERE value_status IS DISTINCT FROM 'not_responsible'
