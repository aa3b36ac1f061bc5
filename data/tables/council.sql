-- makes: councils of today and since 2010, and the other authorities that make outturn returns
WITH register AS (
    SELECT r.*, n.* EXCLUDE (source, source_file, source_row, official_name, nice_name, start_date, nation, region, gov_uk_slug),
           last_day(CAST(nullif(r.end_date, '') AS DATE) - INTERVAL 1 MONTH + INTERVAL 1 DAY) AS last_day_of_life,
           county_now.value AS corrected_county, region_now.value AS corrected_region, ecode_now.value AS corrected_ecode
    FROM raw.register r
    LEFT JOIN raw.council_now n ON n.la_code = r.local_authority_code
    LEFT JOIN declared.correction county_now ON county_now.council = r.local_authority_code AND county_now.field = 'county'
    LEFT JOIN declared.correction region_now ON region_now.council = r.local_authority_code AND region_now.field = 'region'
    LEFT JOIN declared.correction ecode_now ON ecode_now.council = r.local_authority_code AND ecode_now.field = 'ecode'
    WHERE r.local_authority_type NOT IN ('COMB', 'SRA')
), authority AS (
    SELECT ons_code, min(ecode) AS ecode FROM raw.ecode_list WHERE class = 'O' GROUP BY ons_code
), principal AS (
    SELECT
        r.local_authority_code AS council,
        CASE WHEN r.end_date <> '' AND r.local_authority_type = 'CTY' THEN r.nice_name || ' (county)' ELSE r.nice_name END AS name,
        r.official_name,
        list_distinct(string_split(r.alt_names, ',')) AS other_names,
        coalesce(nullif(r.gov_uk_slug, ''), lower(regexp_replace(replace(r.nice_name, '''', ''), '[^A-Za-z]+', '-', 'g'))) AS slug,
        coalesce(nullif(r.gss_2025, ''), nullif(r.gss_code, '')) AS gss,
        list_filter(list_distinct([r.lad24cd, nullif(r.former_gss_codes, ''), nullif(r.gss_code, '')]),
                    lambda code: code <> coalesce(nullif(r.gss_2025, ''), r.gss_code)) AS gss_before,
        coalesce(nullif(r.ecode, ''), nullif(r.ecode_1, ''), r.corrected_ecode) AS ecode,
        CASE r.local_authority_type
            WHEN 'LBO' THEN 'london_borough' WHEN 'CC' THEN 'london_borough' WHEN 'MD' THEN 'metropolitan_district'
            WHEN 'UA' THEN 'unitary' WHEN 'CTY' THEN 'county' WHEN 'NMD' THEN 'district'
            WHEN 'SCO' THEN 'scottish' WHEN 'WPA' THEN 'welsh' WHEN 'NID' THEN 'northern_irish' END AS class,
        r.nation,
        coalesce(r.corrected_region, nullif(r.region, ''), r.nation) AS region,
        coalesce(r.corrected_county, nullif(r.county_la, '')) AS county,
        nullif(r.cauth25_name, '') AS combined_authority,
        fire.ecode AS fire_authority,
        police.ecode AS police_authority,
        r.local_authority_code IN ('LND', 'IOS') AS sparse,
        CASE WHEN r.start_date >= '2009-04-01' THEN CAST(nullif(r.start_date, '') AS DATE) END AS starts,
        r.last_day_of_life AS ends,
        TRY_CAST(r.area AS DOUBLE) AS area_km2,
        TRY_CAST(r.long AS DOUBLE) AS longitude,
        TRY_CAST(r.lat AS DOUBLE) AS latitude,
        nullif(r.uk_ruc_label, '') AS rural_urban
    FROM register r
    LEFT JOIN authority fire ON fire.ons_code = r.fra24_code
    LEFT JOIN authority police ON police.ons_code = r.pfa24_code
)
SELECT council, name, official_name, other_names,
       CASE WHEN count(*) OVER (PARTITION BY slug) > 1 AND ends IS NOT NULL
            THEN slug || '-until-' || year(ends) ELSE slug END AS slug,
       gss, gss_before, ecode, class,
       CASE WHEN class = 'county' THEN 'upper' WHEN class = 'district' THEN 'lower' ELSE 'single' END AS tier,
       nation, region, county, combined_authority, fire_authority, police_authority, sparse,
       starts, ends, area_km2, longitude, latitude, rural_urban
FROM principal
UNION ALL BY NAME
SELECT ecode AS council, name, name AS official_name, [] AS other_names, lower(ecode) AS slug, ecode,
       [] AS gss_before, 'other' AS class, 'other' AS tier, 'England' AS nation, false AS sparse
FROM declared.other_authority
