-- question: Which councils stand beside this one, the nearest first?
-- takes: council text, model text, services text[], most integer
-- gives: council text, slug text, name text, services_n integer, rank double
-- one row per: council
-- Those who are compared on more of the services come first. Kinds, regions and families have no order of their own:
-- the mean rank in the models that have one serves, and where there is none, who is nearest in number of residents.
WITH subject AS (SELECT starts, ends FROM council WHERE council = $council),
beside AS (
    SELECT peer, count(DISTINCT service) FILTER (model = $model) AS services_n,
           coalesce(avg(rank) FILTER (model = $model), avg(rank)) AS rank
    FROM comparable_peer
    WHERE council = $council AND list_contains($services, service)
    GROUP BY peer
), size AS (SELECT council, arg_max(residents, year) AS residents FROM population GROUP BY council)
SELECT c.council, c.slug, c.name, b.services_n::INTEGER AS services_n, b.rank
FROM beside b
JOIN council c ON c.council = b.peer
CROSS JOIN subject s
LEFT JOIN size mine ON mine.council = $council
LEFT JOIN size theirs ON theirs.council = b.peer
WHERE b.services_n > 0
  -- Those that stand today; for a council that has ended, those that stood on its last day.
  AND ((s.ends IS NULL AND c.ends IS NULL)
   OR (s.ends IS NOT NULL AND (c.starts IS NULL OR c.starts <= s.ends) AND (c.ends IS NULL OR c.ends >= s.ends)))
ORDER BY b.services_n DESC, b.rank NULLS LAST, abs(ln(theirs.residents / mine.residents)) NULLS LAST, c.name, c.council
LIMIT greatest($most, 0)
