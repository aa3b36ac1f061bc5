-- Each nation's own index of multiple deprivation: the share of a council's neighbourhoods in the most deprived tenth of the
-- nation. A key is the nation.
WITH share AS (
    SELECT 'England' AS nation, council, period, share_most_deprived_tenth AS share, source
    FROM raw.deprivation WHERE regexp_replace(domain, ' Deprivation$', '') = 'Index of Multiple'
    UNION ALL
    SELECT c.nation, council, d.period, d.share, d.source FROM raw.deprivation_of_nation d JOIN council c USING (council)
)
SELECT m.measure, s.council, s.period, 100 * s.share AS value, s.source
FROM member m JOIN share s ON s.nation = m.key
