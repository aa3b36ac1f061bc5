-- Children's services and education. A key is indicator|numerator|denominator, the last two where DfE gives counts;
-- % in place of the numerator: the percentage of the published denominator, to the nearest whole.
WITH cell AS (
    -- Dorset's figures of 2019 and later stand under the number of the former county in a few indicators.
    SELECT indicator, period, value, value_status,
           CASE WHEN l.council = 'DOR' AND t.starts >= DATE '2019-01-01' THEN 'DST' ELSE l.council END AS council
    FROM raw.lait l JOIN period t USING (period)
), one AS (
    FROM cell QUALIFY row_number() OVER (PARTITION BY indicator, council, period ORDER BY value IS NULL) = 1
), figure AS (
    SELECT measure, v.council, v.period, v.value, v.value_status, d.value AS denominator,
           CASE split_part(key, '|', 2) WHEN '%' THEN round(v.value * d.value / 100) ELSE n.value END AS numerator
    FROM member JOIN one v ON v.indicator = split_part(key, '|', 1)
    LEFT JOIN one n ON n.indicator = split_part(key, '|', 2) AND n.council = v.council AND n.period = v.period
    LEFT JOIN one d ON d.indicator = split_part(key, '|', 3) AND d.council = v.council AND d.period = v.period
), checked AS (
    -- Counts and percentages are revised apart in the source; whole per cent and counts rounded to 5 differ by chance.
    SELECT *, abs(value - 100 * numerator / nullif(denominator, 0)) > greatest(1, 300 / denominator) AS odd FROM figure
)
SELECT measure, council, period, value,
       CASE WHEN NOT odd THEN numerator END AS numerator,
       CASE WHEN NOT odd THEN denominator END AS denominator,
       value_status AS status,
       CASE WHEN value IS NULL THEN 'Suppressed because of small numbers, or not available.'
            WHEN odd THEN 'The counts in the source give another percentage: no interval.' END AS note
FROM checked
