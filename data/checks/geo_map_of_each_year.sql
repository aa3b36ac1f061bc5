-- check: In every year since 2014 each district and county that stood is on the dated map once.
-- level: stop
WITH year AS (SELECT unnest(range(2014, 2026)) AS year), standing AS (
    SELECT year, council FROM year, council
    WHERE tier IN ('single', 'lower', 'upper')
      -- Northern Ireland's councils of before 2015 are not on it; those of today stand in for them.
      AND (nation <> 'Northern Ireland' OR ends IS NULL)
      AND (nation = 'Northern Ireland' OR coalesce(year(starts) <= year, true)) AND coalesce(year(ends) > year, true)
), drawn AS (
    SELECT year, council, count(*) AS times FROM year JOIN boundary
        ON coalesce(valid_from <= year, true) AND coalesce(valid_to >= year, true)
    WHERE vintage = 'history' GROUP BY ALL
)
SELECT * FROM standing FULL JOIN drawn USING (year, council) WHERE standing.council IS NULL OR coalesce(times, 0) <> 1
