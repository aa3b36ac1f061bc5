-- after: council, finance_line
-- makes: council tax as set: each authority's own, its area's, and what each part of the bill pays for
WITH part AS (
    -- Authorities that stand in the files whole and in parts: the parts have a Band D, the whole has the requirement.
    SELECT o.*, p.council, p.function
    FROM raw.council_tax_other o
    JOIN (VALUES ('a', 'E6348', 'police'), ('b', 'E6348', 'general'), ('c', 'E6353', 'police'), ('d', 'E6353', 'general'),
                 ('E6348a', 'E6348', 'police'), ('E6348b', 'E6348', 'general'), ('E6353a', 'E6353', 'police'), ('E6353b', 'E6353', 'general'),
                 ('[z]', 'E5100', '')) p (ecode, council, function) USING (ecode)
    WHERE p.function <> '' OR o.authority = 'Greater London Authority'
), cell AS (
    SELECT *, '' AS function FROM raw.council_tax UNION ALL BY NAME FROM part
), sorted AS (
    SELECT *, coalesce(class, '') IN ('ILB', 'OLB', 'MD', 'UA', 'SD') AS bills, CASE
            WHEN regexp_matches(header, '^1\. Council Tax Requirement') THEN 'council_tax_requirement'
            WHEN regexp_matches(header, '^2\. Parish') THEN 'parish_precepts'
            WHEN regexp_matches(header, 'Council tax base') THEN 'tax_base'
            WHEN regexp_matches(header, 'Total Adult Social Care precept') THEN 'adult_social_care_precept'
            WHEN regexp_matches(header, 'major precepting authorities in.*(County or GLA|county or GLA)') THEN 'band_d_county'
            WHEN regexp_matches(header, 'major precepting authorities in.*[Pp]olice') THEN 'band_d_police'
            WHEN regexp_matches(header, 'major precepting authorities in.*[Ff]ire') THEN 'band_d_fire'
            WHEN regexp_matches(header, 'major precepting authorities in.*[Cc]ombined') THEN 'band_d_combined_authority'
            WHEN regexp_matches(header, 'council tax for area') THEN 'band_d_area'
            WHEN regexp_matches(header, 'excluding') THEN 'band_d'
            WHEN regexp_matches(header, 'Average \(Band D') THEN 'band_d_with_parishes' END AS asked
    FROM cell WHERE value IS NOT NULL
), named AS (
    SELECT * EXCLUDE (asked), CASE
            WHEN bills THEN asked
            WHEN asked = 'band_d_with_parishes' THEN CASE function WHEN 'police' THEN 'band_d_police' WHEN 'general' THEN 'band_d_combined_authority' ELSE 'band_d' END
            -- A precepting authority has no parishes; early files repeat its Band D under that question.
            WHEN asked = 'council_tax_requirement' OR (asked IN ('tax_base', 'adult_social_care_precept') AND function = '') THEN asked END AS line
    FROM sorted
), figure AS (
    -- Councils made by a merger show a Band D of zero in their first years: the rate still differed between their parts.
    -- An authority's requirement is the whole's; where a file leaves the whole empty it is the sum of its parts.
    SELECT council, period, line, CASE WHEN any_value(bills) AND line IN ('band_d', 'band_d_with_parishes') AND sum(value) = 0 THEN NULL
                                  ELSE round(coalesce(nullif(sum(value) FILTER (function = ''), 0), sum(value)), 2) END AS value,
           source, source_file, min(source_row) AS source_row, any_value(sheet) || '!' || any_value(source_column) AS source_column
    FROM named WHERE line IS NOT NULL
    GROUP BY council, period, line, source, source_file
), parishes AS (
    SELECT w.council, w.period, 'band_d_parishes' AS line, round(w.value - o.value, 2) AS value,
           w.source, w.source_file, w.source_row, w.source_column || '-' || split_part(o.source_column, '!', 2) AS source_column
    FROM figure w JOIN figure o USING (council, period)
    WHERE w.line = 'band_d_with_parishes' AND o.line = 'band_d'
), band AS (
    SELECT council, period, 'area_' || replace(lower(header), ' ', '_') AS line, round(value, 2) AS value,
           source, source_file, source_row, sheet || '!' || source_column AS source_column
    FROM raw.council_tax_band
), dwelling AS (
    SELECT council, period, 'dwellings_' || replace(lower(split_part(header, ' | ', 2)), ' ', '_') AS line, value,
           source, source_file, source_row, sheet || '!' || source_column AS source_column
    FROM raw.dwellings WHERE value IS NOT NULL
), all_figures AS (
    FROM figure UNION ALL BY NAME FROM parishes UNION ALL BY NAME FROM band UNION ALL BY NAME FROM dwelling
)
SELECT *, CASE WHEN value IS NULL THEN 'not_collected' ELSE 'published' END AS status,
       CASE WHEN starts_with(line, 'dwellings') THEN 'position' ELSE 'set' END AS basis,
       CASE WHEN line = 'tax_base' OR starts_with(line, 'dwellings') THEN 'dwellings' ELSE 'gbp' END AS unit
FROM all_figures
