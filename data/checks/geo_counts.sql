-- check: As many councils, areas, hexagons and neighbours as there are.
-- level: stop
SELECT * FROM (
    SELECT 'councils of today' AS what, 382 AS expected, count(*) AS found FROM council WHERE ends IS NULL AND class <> 'other'
    UNION ALL SELECT 'districts and single-tier councils', 361, count(*) FROM council WHERE ends IS NULL AND tier IN ('single', 'lower')
    UNION ALL SELECT 'counties', 21, count(*) FROM council WHERE ends IS NULL AND class = 'county'
    UNION ALL SELECT 'metropolitan districts', 36, count(*) FROM council WHERE class = 'metropolitan_district'
    UNION ALL SELECT 'London boroughs and the City', 33, count(*) FROM council WHERE class = 'london_borough'
    UNION ALL SELECT 'councils of Scotland', 32, count(*) FROM council WHERE nation = 'Scotland'
    UNION ALL SELECT 'councils of Wales', 22, count(*) FROM council WHERE nation = 'Wales'
    UNION ALL SELECT 'councils of Northern Ireland', 11, count(*) FROM council WHERE nation = 'Northern Ireland' AND ends IS NULL
    UNION ALL SELECT 'districts on the map', 361, count(DISTINCT council) FROM boundary WHERE vintage = 'current' AND layer = 'district'
    UNION ALL SELECT 'counties on the map', 21, count(DISTINCT council) FROM boundary WHERE vintage = 'current' AND layer = 'county'
    UNION ALL SELECT 'combined authorities on the map', 15, count(*) FROM boundary WHERE layer = 'combined_authority'
    UNION ALL SELECT 'regions and nations without regions on the map', 12, count(*) FROM boundary WHERE layer = 'region'
    UNION ALL SELECT 'nations on the map', 4, count(*) FROM boundary WHERE layer = 'nation'
    UNION ALL SELECT 'hexagons', 361, count(*) FROM hex
    UNION ALL SELECT 'places in the hexmap', 361, count(DISTINCT (q, r)) FROM hex
    UNION ALL SELECT 'councils with neighbours, overall', 382, count(DISTINCT council) FROM neighbour WHERE model = 'ons_global'
    UNION ALL SELECT 'councils with neighbours for children''s services', 153, count(DISTINCT council) FROM neighbour WHERE model = 'dfe_childrens'
) WHERE expected <> found
