-- question: Which areas are being reorganised, and into what does each of their councils go?
-- takes: councils text[], state text, rows integer, skip integer
-- gives: reorganisation text, name text, state text, happened text, precision text, takes_effect date,
--   new_councils integer, council text, council_slug text, council_name text, successor text, extent text, says text,
--   evidence_url text, as_of text, part_evidence_url text, total integer
-- one row per: reorganisation, council, successor
WITH found AS (
    SELECT r.*, p.council, p.successor, p.extent, p.evidence_url AS part_evidence_url, c.slug, c.name AS council_name
    FROM reorganisation r
    JOIN reorganisation_part p USING (reorganisation)
    JOIN council c USING (council)
    WHERE ($councils IS NULL OR list_contains($councils, p.council))
      AND ($state IS NULL OR r.state = $state)
)
SELECT reorganisation, name, state, happened, precision, takes_effect, new_councils, council, slug AS council_slug,
       council_name, successor, extent, says, evidence_url, as_of, part_evidence_url,
       CAST((SELECT count(*) FROM found) AS INTEGER) AS total
FROM found
ORDER BY takes_effect, name, council_name, council, successor
LIMIT greatest($rows, 0) OFFSET greatest($skip, 0)
