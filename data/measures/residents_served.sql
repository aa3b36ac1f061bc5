-- Residents of the ages that services are for, and households. A key is the age, or households.
WITH estimate AS (
    SELECT p.council, p.year, p.residents, p.source,
           round(p.residents * p.share_0_15_pct / 100) AS to_15, round(p.residents * p.share_65_plus_pct / 100) AS from_65
    FROM population p WHERE p.share_0_15_pct IS NOT NULL
), child AS (
    -- The department divides children in care at 31 March by the residents of the mid-year before.
    SELECT council, year(t.starts) AS year, max(denominator) AS to_17
    FROM raw.childrens_counts JOIN period t USING (period)
    WHERE measure = 'children_in_care' AND denominator > 0
    GROUP BY council, t.starts
), aged AS (
    SELECT e.council, e.year || '-06-30' AS period, a.age, a.value, a.source, a.note
    FROM estimate e
    LEFT JOIN child c USING (council, year)
    CROSS JOIN LATERAL (VALUES
        ('0-15', e.to_15, e.source, NULL),
        ('16-64', e.residents - e.to_15 - e.from_65, e.source, NULL),
        ('65+', e.from_65, e.source, NULL),
        ('0-17', c.to_17, 'childrens-social-care-counts', NULL),
        ('18-64', e.residents - c.to_17 - e.from_65, e.source,
         'Residents less those under 18, whom the Department for Education counts, and those of 65 and over.'),
        ('18+', e.residents - c.to_17, e.source,
         'Residents less those under 18, whom the Department for Education counts.')
    ) a (age, value, source, note)
    WHERE a.value IS NOT NULL
), counted AS (
    -- As in June, the middle of the year whose residents divide spending.
    SELECT h.council, h.period, 1000 * coalesce(
               any_value(h.value) FILTER (h.item = 'households_000'), any_value(h.value) FILTER (h.item = 'ta_area_households_000')
           ) AS households, 'statutory-homelessness' AS source
    FROM raw.homelessness h JOIN period t USING (period) WHERE month(t.ends) = 6 GROUP BY h.council, h.period
), whole AS (
    FROM counted
    UNION ALL
    SELECT d.county, n.period, CASE WHEN count(n.households) = count(*) THEN sum(n.households) END, any_value(n.source)
    FROM counted n JOIN council d USING (council) JOIN period t USING (period)
    WHERE d.class = 'district' AND d.county IS NOT NULL
    GROUP BY d.county, n.period
    UNION ALL
    SELECT council, period, households, source FROM raw.household JOIN council c USING (council) WHERE c.nation = 'Wales'
    UNION ALL
    SELECT council, period, value, source FROM raw.nisra WHERE "group" = 'households' AND stat = 'value'
)
SELECT m.measure, a.council, a.period, a.value, a.source, a.note FROM member m JOIN aged a ON a.age = m.key
UNION ALL
SELECT m.measure, w.council, w.period, round(w.households), w.source, NULL
FROM member m JOIN whole w ON m.key = 'households' AND w.households IS NOT NULL
