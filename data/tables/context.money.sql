-- after: council, context_indicator
-- makes: pay and income of residents, as published; absent where the publisher gives none
SELECT council, 'median_weekly_pay_gbp' AS indicator, period, pay_gbp AS value, source
FROM raw.weekly_pay WHERE pay_gbp IS NOT NULL
UNION ALL
SELECT council, 'gdhi_per_head_gbp', period, income_gbp, source
FROM raw.household_income WHERE income_gbp IS NOT NULL
