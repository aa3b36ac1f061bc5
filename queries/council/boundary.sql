-- question: Where does this council lie in its nation?
-- takes: council text
-- gives: boundary text, nation_boundary text
-- one row per: query
-- Both as GeoJSON in degrees. A council that ended has its newest boundaries of then; without any
-- (those of Northern Ireland that ended in 2015) there is no row.
SELECT b.geojson AS boundary, n.geojson AS nation_boundary
FROM boundary b
JOIN council c USING (council)
JOIN boundary n ON n.layer = 'nation' AND n.vintage = 'current' AND n.name = c.nation
WHERE b.council = $council
ORDER BY b.vintage = 'current' DESC, b.valid_to DESC NULLS FIRST, b.code
LIMIT 1
