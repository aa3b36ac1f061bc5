-- makes: care homes, care at home and day care by the council's own services and by others, 2009-10 to 2013-14
-- after: council, delivery_service, delivery_code
WITH pair AS (
    SELECT council, period, source, source_file, unnest([
        {part: 'care_home_65_spending', own: 1000 * own_cost_65, other: 1000 * other_cost_65},
        {part: 'care_home_65_weeks', own: own_weeks_65, other: other_weeks_65},
        {part: 'care_home_18_64_spending', own: 1000 * (own_cost_ld + own_cost_mh + own_cost_pd), other: 1000 * (other_cost_ld + other_cost_mh + other_cost_pd)},
        {part: 'care_home_18_64_weeks', own: own_weeks_ld + own_weeks_mh + own_weeks_pd, other: other_weeks_ld + other_weeks_mh + other_weeks_pd},
        {part: 'home_care_spending', own: 1000 * own_cost_home, other: 1000 * other_cost_home},
        {part: 'home_care_hours', own: own_hours_home, other: other_hours_home},
        {part: 'day_care_65_spending', own: 1000 * own_cost_day_65, other: 1000 * other_cost_day_65}
    ], recursive := true)
    FROM raw.care_unit_cost
), cell AS (
    SELECT *, own + other AS total, unnest(['own provision', 'provision by others']) AS word, unnest([own, other]) AS value FROM pair
)
SELECT council, period, part AS delivery_service, k.model, '2009-10 to 2013-14' AS series, value, total,
       CASE WHEN own >= 0 AND other >= 0 AND total > 0 THEN 100 * (value / total) END AS share_pct,
       CASE WHEN value IS NULL THEN 'not_submitted' ELSE 'published' END AS status, c.source, source_file,
       CASE WHEN total IS NULL THEN 'A figure is missing: no shares.' WHEN total = 0 THEN 'Nothing was provided: no share.'
            WHEN own < 0 OR other < 0 THEN 'An amount is below nought: no shares.' END AS note
FROM cell c JOIN delivery_code k ON k.source = c.source AND k.published_word = c.word
