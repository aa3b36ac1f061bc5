-- question: Which areas are to be reorganised, decided or proposed, and of which councils would each new one be made?
-- takes: nothing
-- gives: reorganisation text, name text, state text, happened text, precision text, takes_effect date, says text,
--   evidence_url text, as_of text, successor text, slugs text[], divided text[]
-- one row per: reorganisation, successor
-- successor is '' for the whole area. A new council can be put together where no council is divided between two.
WITH part AS (
    SELECT p.reorganisation, coalesce(p.successor, '') AS successor, c.slug, c.name, p.extent
    FROM reorganisation_part p JOIN council c USING (council)
), made AS (
    SELECT reorganisation, successor, list(DISTINCT slug ORDER BY slug) FILTER (extent = 'whole') AS slugs,
           list(DISTINCT name ORDER BY name) FILTER (extent IN ('part', 'unknown')) AS divided
    FROM part WHERE successor <> '' GROUP BY ALL
    UNION ALL
    SELECT reorganisation, '', list(DISTINCT slug ORDER BY slug), [] FROM part GROUP BY reorganisation
)
SELECT r.reorganisation, r.name, r.state, r.happened, r.precision, r.takes_effect, r.says, r.evidence_url, r.as_of,
       m.successor, coalesce(m.slugs, []) AS slugs, coalesce(m.divided, []) AS divided
FROM reorganisation r
JOIN made m USING (reorganisation)
ORDER BY r.state, r.takes_effect, r.name, m.successor
