-- after: council, succession, context_indicator, population
-- makes: income deprivation of counties, and of councils made since an index: the shares of their districts, weighed
--   by residents of mid-2019 and mid-2022 (of the age group, where its share is known)
WITH of_district AS (
    SELECT council, period, source, 100 * average_score AS value,
           CASE regexp_replace(domain, ' Deprivation$', '')
               WHEN 'Income' THEN 'income_deprived_pct'
               WHEN 'Income Deprivation Affecting Children' THEN 'children_income_deprived_pct'
               WHEN 'Income Deprivation Affecting Older People' THEN 'older_income_deprived_pct'
           END AS indicator
    FROM raw.deprivation
), weighed AS (
    SELECT d.*, p.residents * coalesce(
               CASE d.indicator WHEN 'children_income_deprived_pct' THEN p.share_0_15_pct
                                WHEN 'older_income_deprived_pct' THEN p.share_65_plus_pct END, 100) AS people
    FROM of_district d
    JOIN population p ON p.council = d.council AND p.year = CASE d.period WHEN '2019' THEN 2019 ELSE 2022 END
    WHERE d.indicator IS NOT NULL
), since AS (
    SELECT s.successor AS council, w.indicator, w.period, any_value(w.source) AS source,
           sum(w.value * w.people) / sum(w.people) AS value, sum(w.people) AS people
    FROM weighed w
    JOIN succession s ON s.predecessor = w.council AND s.kind = 'merged'
                     AND s.takes_effect > make_date(CAST(w.period AS INTEGER), 4, 1)
    GROUP BY ALL
), county AS (
    SELECT d.county AS council, w.indicator, w.period, any_value(w.source) AS source,
           sum(w.value * w.people) / sum(w.people) AS value
    FROM weighed w
    JOIN council d USING (council)
    JOIN council whole ON whole.council = d.county
    WHERE d.class = 'district' AND (d.ends IS NULL) = (whole.ends IS NULL)
    GROUP BY ALL
)
SELECT council, indicator, period, round(value, 2) AS value, source FROM since
UNION ALL BY NAME
SELECT council, indicator, period, round(value, 2) AS value, source FROM county
