-- check: Who is abolished has a successor from the day after, and a county that ended was followed where it stood.
-- level: stop
SELECT c.council, c.name, c.ends, s.successor, s.takes_effect
FROM council c LEFT JOIN succession s ON s.predecessor = c.council
WHERE c.ends IS NOT NULL AND (s.takes_effect IS NULL OR s.takes_effect <> c.ends + 1)
UNION ALL
SELECT c.council, c.name, c.starts, s.successor, s.takes_effect
FROM succession s JOIN council c ON c.council = s.successor
WHERE c.starts IS DISTINCT FROM s.takes_effect OR c.ends < s.takes_effect
