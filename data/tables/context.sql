-- after: council, succession, context_indicator
-- makes: deprivation of places, national and on one UK scale; and how rural they are
WITH deprivation AS (
    SELECT *, regexp_replace(domain, ' Deprivation$', '') AS kind FROM raw.deprivation
)
SELECT council, 'imd_average_score' AS indicator, period, average_score AS value, source
FROM deprivation WHERE kind = 'Index of Multiple'
UNION ALL
SELECT council, 'imd_rank', period, rank_average_score, source FROM deprivation WHERE kind = 'Index of Multiple'
UNION ALL
SELECT council, 'imd_most_deprived_tenth_pct', period, round(100 * share_most_deprived_tenth, 2), source
FROM deprivation WHERE kind = 'Index of Multiple'
UNION ALL
SELECT council,
       CASE kind WHEN 'Income' THEN 'income_deprived_pct'
                 WHEN 'Income Deprivation Affecting Children' THEN 'children_income_deprived_pct'
                 ELSE 'older_income_deprived_pct' END,
       period, round(100 * average_score, 2), source
FROM deprivation
WHERE kind IN ('Income', 'Income Deprivation Affecting Children', 'Income Deprivation Affecting Older People')
UNION ALL
SELECT council, 'uk_deprivation_score', period, round(score, 2), source FROM raw.deprivation_uk JOIN council USING (council)
UNION ALL
SELECT council, 'uk_deprivation_decile', period, decile, source FROM raw.deprivation_uk JOIN council USING (council)
UNION ALL
SELECT council, 'rural_pct', period, round(100 * (rural + highly_rural), 2), source FROM raw.rural_uk JOIN council USING (council)
UNION ALL
SELECT council, 'highly_rural_pct', period, round(100 * highly_rural, 2), source FROM raw.rural_uk JOIN council USING (council)
UNION ALL
SELECT council, 'rural_urban_class', period,
       CASE left(class_code, 2) WHEN 'UU' THEN 1 WHEN 'UI' THEN 2 WHEN 'RI' THEN 3 WHEN 'RM' THEN 4 END, source
FROM raw.rural_class
