-- question: What befell these councils: notices of the finance officer, support, intervention, reorganisation?
-- takes: councils text[], kind text, nation text, rows integer, skip integer
-- gives: council text, council_slug text, council_name text, kind text, happened text, precision text,
--   value_gbp double, revised_gbp double, says text, evidence_url text, as_of text, source text, total integer
-- one row per: council, kind, happened, says, evidence_url
WITH found AS (
    SELECT e.*, c.slug, c.name
    FROM council_event e JOIN council c USING (council)
    WHERE ($councils IS NULL OR list_contains($councils, e.council))
      AND ($kind IS NULL OR e.kind = $kind)
      AND ($nation IS NULL OR c.nation = $nation)
)
SELECT council, slug AS council_slug, name AS council_name, kind, happened, precision, value_gbp, revised_gbp, says,
       evidence_url, as_of, source, CAST((SELECT count(*) FROM found) AS INTEGER) AS total
FROM found
ORDER BY name, council, kind, happened DESC, says, evidence_url
LIMIT greatest($rows, 0) OFFSET greatest($skip, 0)
