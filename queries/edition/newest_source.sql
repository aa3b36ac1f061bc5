-- question: Which source of this edition was published last?
-- takes: nothing
-- gives: source text, title text, publisher text, published text
-- one row per: query
SELECT source, title, publisher, published FROM source
WHERE use = 'publish' AND regexp_full_match(published, '\d{4}-\d{2}(-\d{2})?') ORDER BY published DESC, source LIMIT 1
