-- check: County, fire and police authority of a council are known bodies, every council of England today has the latter two, and a district lies in its county's region.
-- level: stop
SELECT council, name, county, fire_authority, police_authority FROM council c
WHERE class <> 'other' AND (
    (county IS NOT NULL AND NOT EXISTS (FROM council b WHERE b.council = c.county AND b.class = 'county'))
    OR (class = 'district') <> (county IS NOT NULL)
    OR (fire_authority IS NOT NULL AND NOT EXISTS (FROM council b WHERE b.council = c.fire_authority))
    OR (police_authority IS NOT NULL AND NOT EXISTS (FROM council b WHERE b.council = c.police_authority))
    OR (nation = 'England' AND ends IS NULL AND (fire_authority IS NULL OR police_authority IS NULL))
    OR region IS NULL
    OR EXISTS (FROM council b WHERE b.council = c.county AND b.region <> c.region)
)
