-- Children's services and education. A key is indicator|numerator|denominator, the last two where the tool gives counts;
-- % in place of the numerator: the percentage of the published denominator, to the nearest whole. Where DfE's own files
-- give both counts, the figure is made of them and the tool's rounded one is left.
WITH cell AS (
    -- Dorset's figures of 2019 and later stand under the number of the former county in a few indicators.
    SELECT indicator, period, value, value_status,
           CASE WHEN l.council = 'DOR' AND t.starts >= DATE '2019-01-01' THEN 'DST' ELSE l.council END AS council
    FROM raw.lait l JOIN period t USING (period) JOIN council c USING (council)
    -- Reoffending stays under the areas of before for years after: no figure of a council of today.
    WHERE NOT coalesce(starts_with(indicator, 'ReoffYO') AND c.ends < t.starts, false)
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
), returned AS (
    SELECT measure, council, period, numerator, denominator FROM raw.childrens_counts
    UNION ALL
    -- Two councils with one service make one return: see areas/joint_figures.toml.
    SELECT o.measure, p.council, o.period, o.numerator, o.denominator
    FROM raw.childrens_counts_other o JOIN (VALUES
        ('314 / 318', 'KTT'), ('314 / 318', 'RIC'), ('940 / 941', 'NNT'), ('940 / 941', 'WNT')
    ) p (number, council) USING (number)
), counted AS (
    SELECT measure, council, period, max(numerator) AS numerator,
           -- These are shares of all posts: the return counts the council's own staff without them.
           max(denominator) + CASE WHEN measure IN ('agency_social_workers', 'social_worker_vacancies')
                                   THEN max(numerator) ELSE 0 END AS denominator,
           CASE measure WHEN 'children_in_care' THEN 10000 WHEN 'children_in_need_attainment_8' THEN 1 ELSE 100 END AS per
    FROM returned SEMI JOIN member USING (measure)
    GROUP BY measure, council, period
    HAVING max(numerator) IS NOT NULL AND max(denominator) > 0
)
SELECT measure, council, period, coalesce(c.per * c.numerator / c.denominator, t.value) AS value,
       coalesce(c.numerator, CASE WHEN NOT odd THEN t.numerator END) AS numerator,
       coalesce(c.denominator, CASE WHEN NOT odd THEN t.denominator END) AS denominator,
       CASE WHEN c.measure IS NULL THEN value_status END AS status,
       CASE WHEN c.measure IS NOT NULL THEN 'childrens-social-care-counts' END AS source,
       CASE WHEN c.measure IS NOT NULL THEN NULL
            WHEN value IS NULL THEN 'Suppressed because of small numbers, or not available.'
            WHEN odd THEN 'The counts in the source give another percentage: no interval.' END AS note
FROM checked t FULL JOIN counted c USING (measure, council, period)
