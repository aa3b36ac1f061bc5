-- after: council, place_code, responsibility
-- makes: England outturn in pounds from every generation of the official files; where two publications hold a year,
--   the newer one gives the whole year
WITH part (component, code) AS (
    VALUES
        ('employees', 'empl'), ('running_expenses', 'run-exp'), ('total_expenditure', 'tot-exp'),
        ('sales_fees_charges', 'sfc'), ('other_income', 'oth-inc'), ('total_income', 'tot-inc'),
        ('net_current_expenditure', 'net-cur-exp')
), summary AS (
    -- RS: the first column of a service counts, because 2010-11 repeats the names in a second block.
    SELECT o.* EXCLUDE (source_column), h.service, 'net_current_expenditure' AS component, NULL AS certified,
           o.sheet || '!' || o.source_column AS source_column
    FROM raw.outturn o
    JOIN declared.service_heading h ON h.heading = regexp_replace(lower(o.header), ' (\(total of|\[note).*$', '')
    QUALIFY row_number() OVER (PARTITION BY o.source_file, o.council, o.period, h.service ORDER BY o.column_index) = 1
), detail AS (
    -- RSX: RSX-edu-empl is education, employees.
    SELECT o.* EXCLUDE (certified), h.service, p.component, o.certified = 'Y' AS certified
    FROM raw.outturn_rsx o
    JOIN declared.service_heading h ON h.heading = split_part(o.header, '-', 2)
    JOIN part p ON p.code = regexp_replace(o.header, '^RSX-[a-z]+-', '')
), line AS (
    SELECT * FROM (FROM summary UNION ALL BY NAME FROM detail) JOIN source USING (source)
    QUALIFY dense_rank() OVER (PARTITION BY period ORDER BY published DESC, source) = 1
), lacking (service, period, reason) AS (
    -- No such line in the return of a year: said, so that no year is absent without a word.
    VALUES
        ('public_health', '2010-11', 'Public health came to councils from the NHS on 1 April 2013: the return had no such line before.'),
        ('public_health', '2011-12', 'Public health came to councils from the NHS on 1 April 2013: the return had no such line before.'),
        ('public_health', '2012-13', 'Public health came to councils from the NHS on 1 April 2013: the return had no such line before.'),
        ('adult_social_care', '2010-11', 'The return of 2010-11 had one line for the social care of adults and children together.'),
        ('children', '2010-11', 'The return of 2010-11 had one line for the social care of adults and children together.')
)
SELECT l.council, l.period, l.service, l.component, CASE WHEN NOT no_duty THEN round(l.value * 1000, 2) END AS value_gbp,
       CASE WHEN no_duty THEN 'not_responsible' WHEN l.value IS NULL THEN l.value_status ELSE 'published' END AS status,
       l.certified, l.source, l.source_file, l.source_row, l.source_column,
       CASE WHEN no_duty OR part_duty THEN r.reason END AS note
FROM line l JOIN period t USING (period)
LEFT JOIN responsibility r ON r.service = l.service AND r.council = l.council
-- A nought under a duty that has passed to another body is no figure; money still in the line is.
CROSS JOIN LATERAL (
    SELECT coalesce(r.ends < t.starts OR r.starts > t.ends, false) AND coalesce(l.value, 0) = 0 AS no_duty,
           coalesce(r.ends < t.ends OR r.starts > t.starts, false) AS part_duty
) duty
UNION ALL BY NAME
SELECT l.council, l.period, k.service, l.component, 'not_collected' AS status, l.certified, l.source, l.source_file,
       l.source_row, 'no such line' AS source_column, k.reason AS note
FROM lacking k
JOIN responsibility r USING (service)
JOIN line l ON l.council = r.council AND l.period = k.period AND l.service = 'total' AND l.component = 'net_current_expenditure'
