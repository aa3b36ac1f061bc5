-- makes: councils of today and since 2010, and the other authorities that make outturn returns
WITH mend AS (
    SELECT council,
           max(value) FILTER (field = 'name') AS name, max(value) FILTER (field = 'official_name') AS official_name,
           max(value) FILTER (field = 'county') AS county, max(value) FILTER (field = 'region') AS region,
           max(value) FILTER (field = 'ecode') AS ecode
    FROM declared.correction GROUP BY council
), register AS (
    SELECT r.*, n.* EXCLUDE (source, source_file, source_row, official_name, nice_name, start_date, nation, region, gov_uk_slug),
           r.end_date <> '' AS abolished,
           -- Some end dates are the last day, some the day after.
           last_day(CAST(nullif(r.end_date, '') AS DATE) - INTERVAL 1 MONTH + INTERVAL 1 DAY) AS last_day_of_life
    FROM raw.register r
    LEFT JOIN raw.council_now n ON n.la_code = r.local_authority_code
    WHERE r.local_authority_type NOT IN ('COMB', 'SRA')
), authority AS (
    SELECT ons_code, min(ecode) AS authority FROM raw.ecode_list WHERE class = 'O' GROUP BY ons_code
    UNION ALL
    SELECT ons_code, authority FROM declared.emergency_authority
), alias AS (
    SELECT council, list(DISTINCT alias ORDER BY alias) AS names FROM (
        SELECT council, name AS alias FROM declared.other_name
        UNION ALL
        SELECT n.la_code, w.welsh FROM raw.welsh_name w JOIN raw.council_now n ON n.gss_2025 = w.gss
        WHERE w.welsh <> w.english
    ) GROUP BY council
), principal AS (
    SELECT
        r.local_authority_code AS council,
        coalesce(m.name, r.nice_name || CASE WHEN r.abolished AND r.local_authority_type = 'CTY' THEN ' (county)' ELSE '' END) AS name,
        coalesce(m.official_name, regexp_replace(r.official_name, '\s+', ' ', 'g')) AS official_name,
        coalesce(alias.names, []) AS other_names,
        coalesce(nullif(r.gss_2025, ''), nullif(r.gss_code, '')) AS gss,
        list_sort(list_filter(
            list_distinct([r.lad24cd, nullif(r.gss_code, '')] || string_split(coalesce(r.former_gss_codes, ''), ',')),
            lambda code: code <> '' AND code <> coalesce(nullif(r.gss_2025, ''), r.gss_code))) AS gss_before,
        coalesce(nullif(r.ecode, ''), nullif(r.ecode_1, ''), m.ecode) AS ecode,
        CASE r.local_authority_type
            WHEN 'LBO' THEN 'london_borough' WHEN 'CC' THEN 'london_borough' WHEN 'MD' THEN 'metropolitan_district'
            WHEN 'UA' THEN 'unitary' WHEN 'CTY' THEN 'county' WHEN 'NMD' THEN 'district'
            WHEN 'SCO' THEN 'scottish' WHEN 'WPA' THEN 'welsh' WHEN 'NID' THEN 'northern_irish' END AS class,
        r.nation,
        coalesce(m.region, nullif(r.region, ''), r.nation) AS region,
        coalesce(m.county, nullif(r.county_la, '')) AS county,
        nullif(r.cauth25_name, '') AS combined_authority,
        -- Where no authority is made for it, the county or single-tier council runs the fire brigade.
        CASE WHEN r.nation = 'England' AND NOT r.abolished
             THEN coalesce(fire.authority, nullif(r.county_la, ''), r.local_authority_code) END AS fire_authority,
        police.authority AS police_authority,
        r.local_authority_code IN ('LND', 'IOS') AS sparse,
        CASE WHEN r.start_date >= '2009-04-01' THEN CAST(nullif(r.start_date, '') AS DATE) END AS starts,
        r.last_day_of_life AS ends,
        TRY_CAST(r.area AS DOUBLE) AS area_km2,
        TRY_CAST(r.long AS DOUBLE) AS longitude,
        TRY_CAST(r.lat AS DOUBLE) AS latitude,
        nullif(r.uk_ruc_label, '') AS rural_urban
    FROM register r
    LEFT JOIN mend m ON m.council = r.local_authority_code
    LEFT JOIN alias ON alias.council = r.local_authority_code
    LEFT JOIN authority fire ON fire.ons_code = r.fra24_code
    LEFT JOIN authority police ON police.ons_code = r.pfa24_code
), addressed AS (
    SELECT *, replace(normal_name(replace(name, '''', '')), ' ', '-') AS plain_slug FROM principal
), middle AS (
    -- The register's points of counties lie elsewhere (Kent's in London): a county is where its districts are.
    SELECT county AS council, avg(longitude) AS longitude, avg(latitude) AS latitude
    FROM addressed WHERE class = 'district' GROUP BY county
)
SELECT council, name, official_name, other_names,
       CASE WHEN count(*) OVER (PARTITION BY plain_slug) > 1 AND ends IS NOT NULL
            THEN plain_slug || '-until-' || year(ends) ELSE plain_slug END AS slug,
       gss, gss_before, ecode, class,
       CASE WHEN class = 'county' THEN 'upper' WHEN class = 'district' THEN 'lower' ELSE 'single' END AS tier,
       nation, region, county, combined_authority, fire_authority, police_authority, sparse,
       starts, ends, area_km2,
       CASE WHEN class = 'county' THEN m.longitude ELSE a.longitude END AS longitude,
       CASE WHEN class = 'county' THEN m.latitude ELSE a.latitude END AS latitude, rural_urban
FROM addressed a LEFT JOIN middle m USING (council)
UNION ALL BY NAME
SELECT ecode AS council, name, name AS official_name, [] AS other_names, lower(ecode) AS slug, ecode,
       [] AS gss_before, 'other' AS class, 'other' AS tier, 'England' AS nation, false AS sparse
FROM declared.other_authority
