-- after: council, place_code, responsibility, spending
-- makes: years that no official file gives, from a compiler's tables. Those leave lines out: every authority they name
--   has a row for each service, so that a missing line never reads as zero
WITH line AS (
    SELECT o.council, o.period, h.service, o.value AS value_gbp, o.source, o.source_file, o.source_row,
           coalesce(o.submitted, '') AS submitted, coalesce(o.source_column, 'value_gbp') AS source_column
    FROM raw.outturn_compiled o
    JOIN declared.service_heading h ON h.heading = regexp_replace(lower(o.header), '^services_net_gbp[.]', '')
    WHERE o.period NOT IN (SELECT period FROM spending JOIN council USING (council) WHERE nation = 'England')
), authority AS (
    SELECT council, period, source, source_file, submitted, min(source_row) AS source_row, sum(value_gbp) AS value_gbp
    FROM line GROUP BY ALL
), wanted AS (
    SELECT a.* EXCLUDE (value_gbp, source_row), s.service, l.value_gbp, coalesce(l.source_row, a.source_row) AS source_row,
           coalesce(l.source_column, 'line not in the file') AS source_column
    FROM authority a
    JOIN (SELECT DISTINCT service FROM declared.service_heading WHERE service NOT IN ('total', 'social_care_combined')) s ON true
    LEFT JOIN line l ON l.council = a.council AND l.period = a.period AND l.service = s.service AND l.value_gbp IS NOT NULL
), around AS (
    -- What each line was in the nearest official years before and after.
    SELECT w.council, w.period, w.value_gbp IS NULL AS is_missing, abs(s.value_gbp) AS size_gbp
    FROM wanted w JOIN spending s USING (council, service)
    WHERE s.component = 'net_current_expenditure' AND s.value_gbp IS NOT NULL
    WINDOW one AS (PARTITION BY w.council, w.period)
    QUALIFY s.period IN (max(s.period) FILTER (s.period < w.period) OVER one, min(s.period) FILTER (s.period > w.period) OVER one)
), doubt AS (
    SELECT council, period, coalesce(max(size_gbp) FILTER (is_missing), 0) AS missing_gbp FROM around GROUP BY ALL
), total AS (
    -- Where the file says who made a return it also keeps negative lines: the sum is exact. Elsewhere a missing line may
    -- have been negative: the sum counts only if no missing line was more than a thousandth of it in the years around.
    SELECT a.* EXCLUDE (value_gbp), 'total' AS service, 'sum of the lines' AS source_column,
           CASE WHEN a.submitted <> '' OR d.missing_gbp <= a.value_gbp / 1000 THEN a.value_gbp END AS value_gbp
    FROM authority a LEFT JOIN doubt d USING (council, period)
)
SELECT w.council, w.period, w.service, 'net_current_expenditure' AS component,
       CASE WHEN is_nought THEN 0 ELSE w.value_gbp END AS value_gbp,
       CASE WHEN w.value_gbp IS NOT NULL OR is_nought THEN 'derived' WHEN submitted = 'not submitted' THEN 'not_submitted'
            WHEN r.ends < t.starts THEN 'not_responsible' ELSE 'not_held' END AS status,
       w.source, w.source_file, w.source_row, w.source_column,
       CASE WHEN r.ends < t.ends THEN r.reason
            WHEN is_nought THEN 'A nought, which the compiler''s table leaves out; its negative lines are there.'
            WHEN w.value_gbp IS NOT NULL OR submitted = 'not submitted' THEN NULL
            WHEN w.service = 'total' THEN 'The compiler''s table leaves lines out: their sum would not be the total, which MHCLG''s multi-year outturn data set has.'
            ELSE 'Zero or negative, and left out of the compiler''s table; MHCLG''s multi-year outturn data set has it.' END AS note,
       w.value_gbp IS NULL AND submitted = '' AND w.service <> 'total' AND NOT coalesce(r.ends < t.starts, false) AS censored
FROM (FROM wanted UNION ALL BY NAME FROM total) w JOIN period t USING (period)
LEFT JOIN responsibility r ON r.service = w.service AND r.council = w.council
CROSS JOIN LATERAL (
    -- Where a file says who made a return it leaves out noughts only: all 2,323 missing lines of councils with a return in
    -- 2024-25 are 0 in MHCLG's own file.
    SELECT w.value_gbp IS NULL AND submitted NOT IN ('', 'not submitted') AND w.service <> 'total'
           AND NOT coalesce(r.ends < t.starts, false) AS is_nought
) nought
