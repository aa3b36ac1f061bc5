-- after: council
-- makes: England outturn in pounds from every generation of the workbooks; the first column of a service counts, later ones repeat it
WITH heading AS (
    SELECT * FROM (VALUES
        ('education', 'education services'), ('highways', 'highways and transport services'),
        ('social_care_combined', 'social care'), ('children', 'children social care'), ('children', 'children''s social care'),
        ('adult_social_care', 'adult social care'), ('public_health', 'public health'),
        ('housing', 'housing services (gfra only)'), ('culture', 'cultural and related services'),
        ('environment', 'environmental and regulatory services'), ('planning', 'planning and development services'),
        ('police', 'police services'), ('fire', 'fire and rescue services'), ('central', 'central services'),
        ('other', 'other services'), ('total', 'total service expenditure')
    ) AS t (service, header)
), rs AS (
    SELECT o.council, o.period, h.service, 'net_current_expenditure' AS component, o.value, o.value_status,
           o.source, o.source_file, o.source_row, o.source_column
    FROM raw.outturn o JOIN heading h ON h.header = regexp_replace(lower(o.header), ' (\(total of|\[note).*', '')
    QUALIFY row_number() OVER (PARTITION BY o.council, o.period, h.service ORDER BY o.column_index) = 1
)
SELECT council, period, service, component, round(value * 1000, 2) AS value_gbp,
       CASE WHEN value IS NULL THEN value_status ELSE 'published' END AS status,
       source, source_file, source_row, source_column
FROM rs
