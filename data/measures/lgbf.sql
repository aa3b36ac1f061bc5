-- Local Government Benchmarking Framework. A key is an indicator's code.
WITH scale AS (
    -- Shares are written as fractions, but the attainment gaps already in points.
    SELECT code, CASE WHEN measure_type = 'Percentage' AND NOT starts_with(code, 'CHN14') THEN 100 ELSE 1 END AS factor,
           coalesce(TRY_CAST(numerator_multiplier AS DOUBLE), 1) AS to_pounds
    FROM raw.lgbf_indicator
), factor AS (
    -- The newer release has money at prices of 2024-25: its ratio to the extract in cash, year by year; of a year that
    -- the extract lacks, that of the GDP deflator.
    SELECT period, coalesce(r.ratio, b.index / d.index) AS factor
    FROM deflator d
    JOIN (SELECT index FROM deflator WHERE period = '2024-25') b ON true
    FULL JOIN (
        SELECT period, median(n.numerator / o.numerator) AS ratio
        FROM raw.lgbf_newer n JOIN raw.lgbf o USING (code, council, period)
        WHERE code = 'CHN01' GROUP BY period
    ) r USING (period)
), newer AS (
    SELECT n.code, n.council, n.period, n.value / CASE WHEN is_money THEN x.factor ELSE 1 END AS value,
           n.numerator / CASE WHEN is_money OR is_ratio THEN x.factor ELSE 1 END AS numerator,
           n.denominator / CASE WHEN is_ratio THEN x.factor ELSE 1 END AS denominator, 'lgbf-2026-07' AS source,
           CASE WHEN is_money AND x.factor <> 1 THEN 'derived' END AS status,
           CASE WHEN is_money AND x.factor <> 1 THEN 'The release of July 2026 gives it at prices of 2024-25: brought back to pounds of its own year.' END AS note
    FROM raw.lgbf_newer n
    CROSS JOIN LATERAL (SELECT n.code IN ('CHN01', 'ENV01a') AS is_money, n.code = 'CORP07' AS is_ratio) kind
    LEFT JOIN factor x USING (period)
    WHERE n.year >= '2022-23'
), raw_figure AS (
    -- Money of a year that both have is taken from the newer where it was revised: by more than the ratio's last digit.
    SELECT o.code, o.council, o.period, o.value, o.numerator, o.denominator, NULL AS source, NULL AS status, NULL AS note
    FROM raw.lgbf o LEFT JOIN newer n USING (code, council, period)
    WHERE n.code IS NULL OR (n.status = 'derived' AND abs(n.value - o.value) <= 0.001 * abs(o.value))
    UNION ALL
    SELECT n.code, n.council, n.period, n.value, n.numerator, n.denominator, n.source, n.status, n.note
    FROM newer n LEFT JOIN raw.lgbf o USING (code, council, period)
    WHERE NOT coalesce(n.status = 'derived' AND abs(n.value - o.value) <= 0.001 * abs(o.value), false)
), figure AS (
    -- No pupil has no points, and broadband does not go away: these zeros mean that there is no figure.
    SELECT m.measure, m.key, f.council, f.period,
           CASE WHEN f.value = 0 AND (f.code LIKE 'CHN12%' OR f.code = 'ECON08' AND f.period > '2014-15') THEN NULL ELSE f.value * s.factor END AS value, f.numerator * s.to_pounds AS numerator, f.denominator,
           f.source, f.status AS given, f.note AS said
    FROM member m JOIN raw_figure f ON f.code = m.key JOIN scale s ON s.code = m.key
), judged AS (
    -- A share that contradicts its own counts.
    SELECT *, abs(value - 100 * numerator / denominator) > 3 AND key IN ('HSN03', 'HSN05a', 'ECON01', 'CORP08', 'CORP-ASSET01') AS contradicts FROM figure
), landlord AS (
    SELECT DISTINCT council FROM raw.lgbf WHERE code = 'HSN03'
), no_landlord AS (
    -- Six councils handed their homes to housing associations: absent from the housing indicators.
    SELECT DISTINCT f.measure, c.council, f.period
    FROM figure f, council c
    WHERE (f.key LIKE 'HSN%' OR f.key = 'FINSUS04') AND c.nation = 'Scotland' AND c.class = 'scottish'
      AND c.council NOT IN (FROM landlord)
)
SELECT f.measure, f.council, f.period, CASE WHEN NOT coalesce(contradicts, false) THEN f.value END AS value, f.numerator, f.denominator,
       CASE WHEN contradicts THEN 'not_comparable' ELSE given END AS status,
       CASE WHEN contradicts THEN 'The source''s figure contradicts its own counts.' ELSE said END AS note, f.source
FROM judged f
WHERE NOT EXISTS (FROM no_landlord n WHERE n.measure = f.measure AND n.council = f.council AND n.period = f.period)
UNION ALL
SELECT measure, council, period, NULL, NULL, NULL, 'not_responsible', 'Owns no housing.', NULL
FROM no_landlord
