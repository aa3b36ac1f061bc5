-- check: The Housing Delivery Test is homes delivered over homes required, to the nearest per cent.
-- level: warn
SELECT block, authority, required, delivered, measurement
FROM raw.housing_delivery
WHERE measurement IS NOT NULL AND abs(delivered / required - measurement) > 0.0051
