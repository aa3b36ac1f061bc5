-- Local Government Benchmarking Framework. A key is an indicator's code.
WITH scale AS (
    -- Shares are written as fractions, but the attainment gaps already in points.
    SELECT code, CASE WHEN measure_type = 'Percentage' AND NOT starts_with(code, 'CHN14') THEN 100 ELSE 1 END AS factor,
           coalesce(TRY_CAST(numerator_multiplier AS DOUBLE), 1) AS to_pounds
    FROM raw.lgbf_indicator
), figure AS (
    -- No pupil has no points, and broadband does not go away: these zeros mean that there is no figure.
    SELECT m.measure, m.key, f.council, f.period,
           CASE WHEN f.value = 0 AND (f.code LIKE 'CHN12%' OR f.code = 'ECON08' AND f.period > '2014-15') THEN NULL ELSE f.value * s.factor END AS value, f.numerator * s.to_pounds AS numerator, f.denominator
    FROM member m JOIN raw.lgbf f ON f.code = m.key JOIN scale s ON s.code = m.key
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
       CASE WHEN contradicts THEN 'not_comparable' END AS status,
       CASE WHEN contradicts THEN 'The source''s figure contradicts its own counts.' END AS note
FROM judged f
WHERE NOT EXISTS (FROM no_landlord n WHERE n.measure = f.measure AND n.council = f.council AND n.period = f.period)
UNION ALL
SELECT measure, council, period, NULL, NULL, NULL, 'not_responsible', 'Owns no housing.'
FROM no_landlord
