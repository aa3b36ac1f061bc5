-- after: council, place_code
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
    FROM summary UNION ALL BY NAME FROM detail
)
SELECT l.council, l.period, l.service, l.component, round(l.value * 1000, 2) AS value_gbp,
       CASE WHEN l.value IS NULL THEN l.value_status ELSE 'published' END AS status,
       l.certified, l.source, l.source_file, l.source_row, l.source_column
FROM line l JOIN source s USING (source)
QUALIFY dense_rank() OVER (PARTITION BY l.period ORDER BY s.published DESC, l.source) = 1
