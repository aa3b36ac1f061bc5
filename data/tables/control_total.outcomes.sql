-- makes: outcomes: each publisher's own total beside the sum of our rows
-- after: council, period, population
WITH fly AS (
    SELECT 'fly_tipping_england' AS control, 'Fly-tipping incidents, England' AS what, o.period, 'incidents' AS unit, any_value(o.incidents) AS published,
           (SELECT sum(incidents) FROM raw.fly_tipping f WHERE f.period = o.period) AS ours,
           'Every authority''s row adds to the England row.' AS difference_explained, true AS must_equal, 'fly-tipping' AS source
    FROM raw.fly_tipping_other o WHERE o.region = '*Total England' AND o.period = '2022-23' GROUP BY o.period
), homeless AS (
    SELECT 'homelessness_' || o.item AS control, w.what,
           o.period, CASE o.item WHEN 'ta_children' THEN 'children' ELSE 'households' END AS unit, o.value AS published,
           (SELECT sum(value) FROM raw.homelessness h WHERE h.item = o.item AND h.period = o.period) AS ours,
           'England is rounded to 10 and filled in by the publisher for the ' ||
           (SELECT count(*) FROM raw.homelessness h WHERE h.item = o.item AND h.period = o.period AND h.value IS NULL) ||
           ' councils without a return or withheld; first published figures.' AS difference_explained, false AS must_equal,
           'statutory-homelessness' AS source
    FROM raw.homelessness_other o JOIN (VALUES
        ('ta_households', 'Households in temporary accommodation, England, at the end of the quarter'),
        ('owed_duty_total', 'Households assessed as owed a homelessness duty, England, in the quarter'),
        ('assessments_total', 'Initial assessments of homelessness, England, in the quarter'),
        ('ta_households_with_children', 'Households with children in temporary accommodation, England, at the end of the quarter'),
        ('ta_children', 'Children in temporary accommodation, England, at the end of the quarter'),
        ('bb_children_over_6wks', 'Households with children in bed and breakfast for more than six weeks, England, at the end of the quarter')
    ) w (item, what) USING (item)
    WHERE o.gss = 'E92000001' AND o.period IN ('2024 Q1', '2025 Q1', '2025 Q4')
    UNION ALL
    -- Neither side may stand on the other: England's two counts, and those of the councils with a return.
    SELECT 'families_in_temporary_accommodation', 'Households with children in temporary accommodation per 1,000 households, England',
           o.period, 'per 1,000 households', round(any_value(o.value) FILTER (o.item = 'ta_households_with_children')
               / any_value(o.value) FILTER (o.item = 'households_000'), 2),
           (SELECT round(sum(f.value) / sum(n.value), 2) FROM raw.homelessness f JOIN raw.homelessness n USING (council, period)
            WHERE f.period = o.period AND f.item = 'ta_households_with_children' AND f.value IS NOT NULL AND n.item = 'households_000'),
           'England is filled in by the publisher for councils without a return; ours are the councils with one.', false,
           'statutory-homelessness'
    FROM raw.homelessness_other o WHERE o.gss = 'E92000001' AND o.period = '2025 Q4' GROUP BY o.period
), planning AS (
    SELECT 'planning_decisions_districts' AS control, 'Planning decisions, England' AS what, o.period, 'decisions' AS unit, o.decided AS published,
           (SELECT sum(decided) FROM raw.planning_decision) AS ours,
           'The rest is decided by national parks and development corporations.' AS difference_explained, false AS must_equal, 'planning-applications' AS source
    FROM raw.planning_decision_other o WHERE o.gss = 'E92000001'
    UNION ALL
    SELECT 'planning_decisions_england', 'Planning decisions, England, with national parks and development corporations', o.period, 'decisions', o.decided,
           (SELECT sum(decided) FROM raw.planning_decision) + (SELECT sum(decided) FROM raw.planning_decision_other WHERE gss LIKE 'E26%' OR gss LIKE 'E51%'),
           'Every authority''s row adds to the England row.', true, 'planning-applications'
    FROM raw.planning_decision_other o WHERE o.gss = 'E92000001'
    UNION ALL
    SELECT 'planning_extensions_england', 'Planning decisions with an extension of time, England, with national parks and development corporations', o.period, 'decisions', o.extended,
           (SELECT sum(extended) FROM raw.planning_decision) + (SELECT sum(extended) FROM raw.planning_decision_other WHERE gss LIKE 'E26%' OR gss LIKE 'E51%'),
           'Every authority''s row adds to the England row.', true, 'planning-applications'
    FROM raw.planning_decision_other o WHERE o.gss = 'E92000001'
), homes AS (
    SELECT 'net_additional_dwellings_england' AS control, 'Net additional dwellings, England' AS what, o.period, 'dwellings' AS unit, o.value AS published,
           (SELECT sum(value) FROM raw.net_additional_dwelling d WHERE d.period = o.period) AS ours,
           'Every council''s row adds to the England row.' AS difference_explained, true AS must_equal, 'net-additional-dwellings' AS source
    FROM raw.net_additional_dwelling_other o WHERE o.gss = 'E92000001' AND o.period = '2024-25'
), waste AS (
    SELECT 'recycling_rate_england' AS control, 'Household waste recycled, England' AS what, o.period, '%' AS unit, round(100 * o.recycled_share, 1) AS published,
           (SELECT round(100 * sum(recycled_tonnes) / sum(household_tonnes), 1)
            FROM (FROM raw.waste_tonnes UNION ALL BY NAME FROM raw.waste_tonnes_other) t
            WHERE t.period = o.period AND t.type IN ('Unitary', 'Disposal')) AS ours,
           'Tonnes of councils and authorities that dispose of waste; those that only collect would count twice.' AS difference_explained,
           true AS must_equal, 'waste-collected' AS source
    FROM raw.waste_rate_other o WHERE o.region LIKE 'Total England%' AND o.period IN ('2022-23', '2023-24')
), care AS (
    SELECT 'children_in_care_england' AS control, 'Children in care at 31 March, England' AS what, o.period, 'children' AS unit, o.value AS published,
           (SELECT sum(value) FROM raw.lait l WHERE l.indicator = o.indicator AND l.period = o.period) AS ours,
           'England is rounded to 10; small councils are suppressed.' AS difference_explained, false AS must_equal, 'local-authority-interactive-tool' AS source
    FROM raw.lait_other o WHERE o.indicator = 'LACnum' AND o.number = '970' AND o.period = '2024-25'
), enforcement AS (
    SELECT 'fly_tipping_actions_england' AS control, 'Fly-tipping enforcement actions, England' AS what, o.period, 'actions' AS unit, o.actions AS published,
           (SELECT sum(actions) FROM raw.fly_tipping_action f WHERE f.period = o.period) AS ours,
           'Every authority''s row adds to the England row.' AS difference_explained, true AS must_equal, 'fly-tipping' AS source
    FROM raw.fly_tipping_action_other o WHERE o.region = '*Total England' AND o.period = '2022-23'
), northern_ireland AS (
    SELECT 'residents_northern_ireland_nisra' AS control, 'Residents of Northern Ireland, mid-2024: NISRA''s total and the councils'' own in the estimates of ONS' AS what,
           o.period, 'residents' AS unit, TRY_CAST(o.value AS DOUBLE) AS published,
           (SELECT sum(p.residents) FROM population p JOIN council c USING (council)
            WHERE c.nation = 'Northern Ireland' AND c.ends IS NULL AND CAST(p.year AS VARCHAR) = o.period) AS ours,
           'Both are the mid-year estimates.' AS difference_explained, true AS must_equal, 'nisra-local-statistics' AS source
    FROM raw.nisra_other o WHERE o."group" = 'MYETotal'
    UNION ALL
    SELECT 'municipal_waste_recycled_northern_ireland', 'Municipal waste recycled, Northern Ireland', o.period, '%', TRY_CAST(o.value AS DOUBLE),
           (SELECT round(sum(w.value * n.value) / sum(n.value), 1) FROM raw.nisra w JOIN raw.nisra n USING (council)
            WHERE w.item = 'LACMWR' AND n."group" = 'MYETotal'),
           'The file has no tonnes: ours is the mean of the councils, weighed by residents.', false, 'nisra-local-statistics'
    FROM raw.nisra_other o WHERE o.item = 'LACMWR'
), business AS (
    SELECT 'business_births_england' AS control, 'Births of enterprises of all active ones, England' AS what, o.period, '%' AS unit,
           round(TRY_CAST(o.value AS DOUBLE), 2) AS published,
           (SELECT round(sum(b.value * a.value) / sum(a.value), 2) FROM raw.els b JOIN raw.els a USING (council, period)
            JOIN council c USING (council)
            WHERE b.indicator = 'Business births' AND a.indicator = 'Active businesses' AND b.period = o.period
              AND c.nation = 'England' AND c.class <> 'county') AS ours,
           'Births of every council, worked out from its rate and its active enterprises; ONS rounds counts to five.' AS difference_explained,
           false AS must_equal, 'ons-explore-local-statistics' AS source
    FROM raw.els_other o WHERE o.indicator = 'Business births' AND o.areacd = 'E92000001' AND o.period = '2024'
), childrens_spending AS (
    SELECT CASE o.indicator WHEN 'TotalLACFinance' THEN 'spending_on_children_in_care_england' ELSE 'spending_on_childrens_services_england' END AS control,
           CASE o.indicator WHEN 'TotalLACFinance' THEN 'Gross spending on children in care, England' ELSE 'Gross spending on children and young people''s services, England' END AS what,
           o.period, '£ thousand' AS unit, round(TRY_CAST(o.value AS DOUBLE) / 1000) AS published,
           (SELECT round(sum(value) / 1000) FROM raw.lait l WHERE l.indicator = o.indicator AND l.period = o.period) AS ours,
           'The councils with a figure; the England row is of the same.' AS difference_explained, true AS must_equal,
           'local-authority-interactive-tool' AS source
    FROM raw.lait_other o WHERE o.indicator IN ('TotalLACFinance', 'C&YPExpenditure') AND o.number = '970' AND o.period = '2024-25'
), children_in_need AS (
    SELECT 'children_in_need_ks2_england' AS control, 'Children in need at the expected standard at eleven, England' AS what, o.period, '%' AS unit,
           TRY_CAST(o.value AS DOUBLE) AS published,
           (SELECT round(100 * sum(numerator) / sum(denominator)) FROM raw.childrens_counts n
            WHERE n.measure = 'children_in_need_ks2' AND n.period = o.period AND numerator IS NOT NULL) AS ours,
           'Councils with few children are suppressed.' AS difference_explained, false AS must_equal, 'childrens-social-care-counts' AS source
    FROM raw.lait_other o WHERE o.indicator = 'CIN_KS2_ExpStd_RWM' AND o.number = '970' AND o.period = '2024/25'
    UNION ALL
    SELECT 'children_in_need_attainment_8_england', 'GCSE results of children in need, England', o.period, 'score', round(TRY_CAST(o.value AS DOUBLE), 1),
           (SELECT round(sum(numerator) / sum(denominator), 1) FROM raw.childrens_counts n
            WHERE n.measure = 'children_in_need_attainment_8' AND n.period = o.period AND numerator IS NOT NULL),
           'Councils with few children are suppressed.', false, 'childrens-social-care-counts'
    FROM raw.lait_other o WHERE o.indicator = 'CIN_Avg_Attain8_KS4' AND o.number = '970' AND o.period = '2024/25'
), every AS (
    FROM childrens_spending UNION ALL BY NAME FROM children_in_need UNION ALL BY NAME
    FROM enforcement UNION ALL BY NAME FROM northern_ireland UNION ALL BY NAME FROM business UNION ALL BY NAME
    FROM fly UNION ALL BY NAME FROM homeless UNION ALL BY NAME FROM planning UNION ALL BY NAME FROM homes
    UNION ALL BY NAME FROM waste UNION ALL BY NAME FROM care
)
SELECT control, period, what, published, ours, unit, difference_explained, must_equal, source FROM every
