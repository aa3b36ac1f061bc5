-- after: council, population, context, hex, succession
-- makes: residents, households and dwellings beside the publishers' own totals
WITH nation(area, nation) AS (
    VALUES ('K02000001', 'United Kingdom'), ('E92000001', 'England'), ('W92000004', 'Wales'),
           ('S92000003', 'Scotland'), ('N92000002', 'Northern Ireland')
), published AS (
    SELECT n.nation, CAST(o.year AS INTEGER) AS year, o.residents, o.source
    FROM raw.population_estimate_other o JOIN nation n ON n.area = o.areacd
), ours AS (
    SELECT p.year, c.nation, sum(p.residents) AS residents
    FROM population p JOIN council c USING (council)
    WHERE c.ends IS NULL AND c.tier IN ('single', 'lower')
    GROUP BY ALL
), total AS (
    FROM ours
    UNION ALL BY NAME
    SELECT year, 'United Kingdom' AS nation, sum(residents) AS residents FROM ours GROUP BY year
)
SELECT 'residents_' || replace(lower(p.nation), ' ', '_') AS control, CAST(p.year AS VARCHAR) AS period,
       'Residents of ' || p.nation || ', sum of districts and single-tier councils' AS what,
       p.residents AS published, t.residents AS ours, 'residents' AS unit,
       '' AS difference_explained, true AS must_equal, p.source
FROM published p JOIN total t USING (nation, year)
WHERE p.year >= 2010
UNION ALL
-- The files of these two give no total: theirs stand in the publishers' releases.
SELECT 'households_england_wales', '2021', 'Households of England and Wales, Census 2021', 24783192, sum(x.value), 'households', '', true, any_value(x.source)
FROM context x JOIN council c USING (council) WHERE x.indicator = 'households' AND c.class <> 'county'
UNION ALL
SELECT 'dwellings_england', '2022', 'Dwellings of England on the valuation list', 25225481, sum(x.value), 'dwellings', '', true, any_value(x.source)
FROM context x JOIN council c USING (council) WHERE x.indicator = 'dwellings' AND c.class <> 'county' AND c.ends IS NULL
