-- makes: spending on care of people aged 65 or over by external providers and by what is not external, 2022-23
-- after: council, delivery_service, delivery_code
WITH cell AS (
    SELECT council, period, source, source_file, setting, total, external FROM raw.care_over_65
    UNION ALL
    -- Printed as LONDON: the City. The name alone would be anybody's there.
    SELECT 'LND', period, source, source_file, setting, TRY_CAST(total AS DOUBLE), TRY_CAST(external AS DOUBLE) FROM raw.care_over_65_other
), part AS (
    SELECT *, CASE setting WHEN 'Home care, people aged 65 and over' THEN 'home_care_65_spending'
                           WHEN 'Residential care home placements, people aged 65 and over' THEN 'care_home_65_spending'
                           WHEN 'All long-term support, people aged 65 and over' THEN 'adult_long_term_care_65_spending' END AS delivery_service
    FROM cell
), split AS (
    SELECT council, period, source, source_file, delivery_service, 1000 * total AS total,
           unnest([{word: 'external', value: 1000 * external}, {word: 'not external', value: 1000 * (total - external)}], recursive := true)
    FROM part
)
SELECT council, period, delivery_service, k.model, '2022-23' AS series, value, total,
       CASE WHEN min(value) OVER whole >= 0 AND total > 0 THEN 100 * (value / total) END AS share_pct,
       CASE WHEN value IS NULL THEN 'not_submitted' ELSE 'derived' END AS status, s.source, source_file,
       CASE WHEN value IS NULL THEN 'No return: no shares.' WHEN total = 0 THEN 'Nothing was spent: no share.'
            WHEN min(value) OVER whole < 0 THEN 'As published external spending is more than all spending: no shares.' END AS note
FROM split s LEFT JOIN delivery_code k ON k.source = s.source AND k.published_word = s.word
WINDOW whole AS (PARTITION BY s.council, s.period, s.delivery_service)
