-- Figures made of two indicators of the tool. A key is how|first|second: minus (the gap between them), plus (their sum),
-- rest (the percentage of the second that the first leaves, both in pounds).
WITH cell AS (
    -- Dorset's figures of 2019 and later stand under the number of the former county in a few indicators.
    SELECT indicator, period, value, value_status,
           CASE WHEN l.council = 'DOR' AND t.starts >= DATE '2019-01-01' THEN 'DST' ELSE l.council END AS council
    FROM raw.lait l JOIN period t USING (period)
), one AS (
    FROM cell QUALIFY row_number() OVER (PARTITION BY indicator, council, period ORDER BY value IS NULL) = 1
), pair AS (
    SELECT m.measure, split_part(m.key, '|', 1) AS how, a.council, a.period, a.value AS first, b.value AS second,
           coalesce(CASE WHEN a.value IS NULL THEN a.value_status END, CASE WHEN b.value IS NULL THEN b.value_status END) AS missing
    FROM member m
    JOIN one a ON a.indicator = split_part(m.key, '|', 2)
    JOIN one b ON b.indicator = split_part(m.key, '|', 3) AND b.council = a.council AND b.period = a.period
)
SELECT measure, council, period,
       CASE how WHEN 'minus' THEN round(first - second, 4) WHEN 'plus' THEN first + second
                WHEN 'rest' THEN CASE WHEN second > 0 THEN 100 * (1 - first / second) END END AS value,
       CASE WHEN how = 'rest' THEN second - first END AS numerator, CASE WHEN how = 'rest' THEN second END AS denominator,
       missing AS status,
       CASE WHEN missing IS NULL THEN NULL
            WHEN how = 'plus' AND first IS NOT NULL THEN 'The second part is suppressed or not available: the first alone is ' || first || '%.'
            WHEN how = 'plus' AND second IS NOT NULL THEN 'The first part is suppressed or not available: the second alone is ' || second || '%.'
            ELSE 'A part is suppressed because of small numbers, or not available.' END AS note
FROM pair
