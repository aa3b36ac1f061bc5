-- question: Who published what, under which licence?
-- takes: nothing
-- gives: source text, title text, publisher text, licence text, attribution text,
--   landing_url text, published text, use text, known_problems text[]
-- one row per: source
SELECT source, title, publisher, licence, attribution, landing_url, published, use, known_problems
FROM source
ORDER BY publisher, title
