-- Recycling, residual waste and landfill in England. A key is the column of the source.
WITH rate AS (
    SELECT gss, council, period, residual_kg_per_household, recycled_share, landfill_share,
           landfill_share_status, recycled_share_status
    FROM raw.waste_rate
    UNION ALL
    -- Partnerships report under a code of their own: who shares a figure stands in areas/joint_figures.toml.
    SELECT o.gss, p.council, o.period, residual_kg_per_household, recycled_share, landfill_share,
           landfill_share_status, recycled_share_status
    FROM raw.waste_rate_other o JOIN (VALUES
        ('E50000008', 'CAB'), ('E50000008', 'SCA'), ('E07000150 / E07000153', 'COR'), ('E07000150 / E07000153', 'KET'),
        ('E50000009', 'SOM')
    ) p (code, council) ON o.gss = p.code
    UNION ALL
    -- One council of a pair reports for both.
    SELECT r.gss, p.council, r.period, residual_kg_per_household, recycled_share, landfill_share,
           landfill_share_status, recycled_share_status
    FROM raw.waste_rate r JOIN (VALUES ('MSU', 'BAB', '2010-11'), ('WYO', 'CHN', '2015-16')) p (reporter, council, since)
         ON r.council = p.reporter AND r.period >= p.since
), named AS (
    -- The table keeps the county's code for the council of the same area that followed it.
    SELECT * REPLACE (
        CASE WHEN council = 'BKM' AND period >= '2020-21' THEN 'BUC' ELSE council END AS council)
    FROM rate
), tonnes AS (
    SELECT gss, period, household_tonnes, recycled_tonnes FROM raw.waste_tonnes
    UNION ALL SELECT gss, period, household_tonnes, recycled_tonnes FROM raw.waste_tonnes_other
), absorbed AS (
    SELECT DISTINCT d.council, r.period
    FROM raw.waste_rate r JOIN (VALUES
        ('CHC', '2011-12', '2018-19'), ('EDO', '2011-12', '2018-19'), ('NDO', '2011-12', '2018-19'),
        ('PUR', '2011-12', '2018-19'), ('WDO', '2011-12', '2018-19'), ('WEY', '2011-12', '2018-19'),
        ('MEN', '2017-18', '2022-23'), ('SEG', '2017-18', '2022-23'), ('SSO', '2017-18', '2022-23'),
        ('TAU', '2017-18', '2018-19'), ('WSO', '2017-18', '2018-19'), ('SWT', '2019-20', '2022-23')
    ) d (council, since, until) ON r.period BETWEEN d.since AND d.until
    WHERE NOT EXISTS (FROM raw.waste_rate own WHERE own.council = d.council AND own.period = r.period)
)
SELECT m.measure, n.council, n.period,
       CASE m.key WHEN 'recycled_share' THEN 100 * recycled_share WHEN 'landfill_share' THEN 100 * landfill_share
                  ELSE residual_kg_per_household END AS value,
       CASE m.key WHEN 'recycled_share' THEN t.recycled_tonnes END AS numerator,
       CASE m.key WHEN 'recycled_share' THEN t.household_tonnes END AS denominator,
       CASE m.key WHEN 'landfill_share' THEN landfill_share_status ELSE recycled_share_status END AS status,
       CASE WHEN m.key = 'landfill_share' AND landfill_share_status = 'not_responsible'
            THEN 'A waste disposal authority of its own disposes of this council''s waste.' END AS note
FROM member m CROSS JOIN named n LEFT JOIN tonnes t ON t.gss = n.gss AND t.period = n.period
UNION ALL
SELECT m.measure, council, period, NULL, NULL, NULL, 'not_collected', NULL
FROM member m CROSS JOIN absorbed
