-- Indicators of Explore Local Statistics. A key is the indicator's name in the source. Where the Department for Education
-- gives the counts behind a figure, it is made of them.
WITH joint AS (
    -- Two pairs of councils have one figure, under a code of its own: see areas/joint_figures.toml.
    SELECT o.*, c.council
    FROM raw.els_other o JOIN (VALUES
        ('E67000001', 'HCK'), ('E67000001', 'LND'), ('E67000002', 'CON'), ('E67000002', 'IOS')
    ) c (code, council) ON o.areacd = c.code
), figure AS (
    SELECT indicator, council, period, value, lower, upper, mark, notes FROM raw.els
    UNION ALL
    SELECT indicator, council, period, TRY_CAST(value AS DOUBLE), TRY_CAST(lower AS DOUBLE), TRY_CAST(upper AS DOUBLE), mark, notes FROM joint
), given AS (
    SELECT m.measure, CASE WHEN m.measure = 'children_in_care_absence' AND c.starts > t.ends THEN coalesce(before.county, f.council) ELSE f.council END AS council, f.period, f.value, f.lower, f.upper,
           CASE WHEN f.value IS NULL THEN CASE f.mark WHEN 'c' THEN 'suppressed' WHEN 'z' THEN 'not_collected' ELSE 'not_submitted' END END AS status,
           CASE WHEN f.value IS NULL THEN CASE f.mark WHEN 'c' THEN 'Confidential: withheld by the publisher.'
                     WHEN 'z' THEN 'Not applicable: nobody to count.' ELSE 'Not available from the publisher.' END END AS note
    FROM member m
    JOIN figure f ON f.indicator = m.key
    JOIN council c USING (council)
    JOIN period t USING (period)
    -- Whose care children were in before a county became a council of the same area: the county's. A place stays the place.
    LEFT JOIN (VALUES ('BUC', 'BKM'), ('NYE', 'NYK'), ('SMT', 'SOM')) before (unitary, county) ON before.unitary = f.council
    -- Some files go on giving figures for councils that are no more.
    WHERE c.ends IS NULL OR c.ends >= t.ends
    -- Barnsley and Sheffield stand under two codes.
    QUALIFY row_number() OVER (PARTITION BY m.measure, f.council, f.period ORDER BY starts_with(coalesce(f.notes, ''), 'Obsolete')) = 1
), counted AS (
    SELECT measure, council, period, max(numerator) AS numerator, max(denominator) AS denominator
    FROM raw.childrens_counts SEMI JOIN member USING (measure)
    GROUP BY measure, council, period HAVING max(numerator) IS NOT NULL AND max(denominator) > 0
)
SELECT g.* REPLACE (coalesce(100 * c.numerator / c.denominator, g.value) AS value,
                    CASE WHEN c.measure IS NULL THEN g.status END AS status,
                    CASE WHEN c.measure IS NULL THEN g.note END AS note),
       c.numerator, c.denominator, CASE WHEN c.measure IS NOT NULL THEN 'childrens-social-care-counts' END AS source
FROM given g LEFT JOIN counted c USING (measure, council, period)
