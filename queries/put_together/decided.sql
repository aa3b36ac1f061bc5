-- question: Which areas are to be reorganised, decided or proposed, and of which councils would each new one be made?
-- takes: nothing
-- gives: reorganisation text, name text, state text, happened text, precision text, takes_effect date, says text,
--   evidence_url text, as_of text, successor text, slugs text[], whole text[],
--   divided text[], unplaced text[]
-- one row per: reorganisation, successor
-- successor is '' for the whole area. whole are the names of those that go over undivided. unplaced are those of the
-- area of which not all is known to go anywhere: while there are any, no new council of it is known to be complete.
WITH part AS (
    SELECT p.reorganisation, coalesce(p.successor, '') AS successor, c.slug, c.name, p.extent
    FROM reorganisation_part p JOIN council c USING (council)
), made AS (
    SELECT reorganisation, successor, list(DISTINCT slug ORDER BY slug) FILTER (extent = 'whole') AS slugs,
           list(DISTINCT name ORDER BY name) FILTER (extent = 'whole') AS whole,
           list(DISTINCT name ORDER BY name) FILTER (extent IN ('part', 'unknown')) AS divided
    FROM part WHERE successor <> '' GROUP BY ALL
    UNION ALL
    SELECT reorganisation, '', list(DISTINCT slug ORDER BY slug), [], [] FROM part GROUP BY reorganisation
), astray AS (
    SELECT reorganisation, name FROM part WHERE extent IN ('part', 'unknown') GROUP BY reorganisation, name
    HAVING count(*) FILTER (successor <> '' AND extent = 'part') < 2
), unplaced AS (
    SELECT reorganisation, list(name ORDER BY name) AS unplaced FROM astray GROUP BY reorganisation
)
SELECT r.reorganisation, r.name, r.state, r.happened, r.precision, r.takes_effect, r.says, r.evidence_url, r.as_of,
       m.successor, coalesce(m.slugs, []) AS slugs, coalesce(m.whole, []) AS whole,
       coalesce(m.divided, []) AS divided, coalesce(u.unplaced, []) AS unplaced
FROM reorganisation r
JOIN made m USING (reorganisation)
LEFT JOIN unplaced u USING (reorganisation)
ORDER BY r.state, r.takes_effect, r.name, m.successor
