-- makes: delivery: England's totals by kind of deliverer beside the sum of our rows, and the researchers' later series beside the official one
-- after: delivery, delivery_model, delivery_service
WITH sum_of AS (
    SELECT source, period, delivery_service, model, sum(value) AS value FROM delivery GROUP BY ALL
    UNION ALL
    SELECT source, period, delivery_service, '', sum(total) FROM (SELECT DISTINCT source, period, delivery_service, council, total FROM delivery) GROUP BY ALL
), declared_total AS (
    SELECT c.source, c.period, s.plain_name || ', ' || coalesce(lower(m.plain_name), 'total') || ', England' AS what, c.unit,
           CAST(c.published AS DOUBLE) AS published, o.value / CASE c.unit WHEN '£ million' THEN 1e6 WHEN '£ thousand' THEN 1e3 ELSE 1 END AS exact,
           CASE WHEN c.published LIKE '%.%' THEN 1 ELSE 0 END AS decimals, c.delivery_service
    FROM declared.delivery_control c
    JOIN delivery_service s USING (delivery_service)
    LEFT JOIN delivery_model m USING (model)
    JOIN sum_of o ON o.source = c.source AND o.period = c.period AND o.delivery_service = c.delivery_service AND o.model = coalesce(c.model, '')
), weeks AS (
    SELECT o.source, o.period, 'Weeks of older people in care homes, ' || w.word || ', England' AS what, 'weeks' AS unit, w.published,
           (SELECT sum(d.value) FROM delivery d WHERE d.delivery_service = 'care_home_65_weeks' AND d.model = w.model AND d.period = o.period) AS ours
    FROM raw.care_unit_cost_other o,
         (SELECT unnest([{word: 'the council itself', model: 'own', published: o.own_weeks_65}, {word: 'others', model: 'external', published: o.other_weeks_65}], recursive := true)) w
    WHERE o.own_weeks_65 IS NOT NULL
), research AS (
    SELECT r.period, unnest([{model: 'own', published: sum(r.own)}, {model: 'private', published: sum(r.private)}, {model: 'other_public', published: sum(r.other_public)},
                             {model: 'voluntary', published: sum(r.voluntary)}], recursive := true)
    FROM raw.research_spending r GROUP BY r.period
)
SELECT 'delivery_' || delivery_service AS control, period, what, published, round(exact, decimals) AS ours, unit,
       CASE WHEN period = '2008-09' THEN 'Without Bedfordshire and Cheshire, which ended in March 2009.' ELSE '' END AS difference_explained,
       period <> '2008-09' AS must_equal, source
FROM declared_total
UNION ALL
SELECT 'delivery_care_home_65_weeks', period, what, published, ours, unit, 'England holds estimates for councils without figures.', false, source FROM weeks
UNION ALL
SELECT 'delivery_research_spending', r.period, 'Spending on children in care, ' || lower(m.plain_name) || ': the researchers'' compilation', round(r.published / 1e6, 1),
       round(o.value / 1e6, 1), '£ million',
       'A check only. Small differences are councils that the compilation lacks, or later corrections.', false, 'research-childrens-outsourcing'
FROM research r JOIN delivery_model m USING (model)
JOIN sum_of o ON o.delivery_service = 'children_looked_after_spending' AND o.period = r.period AND o.model = r.model
