-- question: What is known of a source that is not held, and where is it?
-- takes: source text
-- gives: what text, kind text, period text, url text, said_by text, as_of date
-- one row per: what, period, url
SELECT what, kind, period, url, said_by, as_of
FROM source_address
WHERE source = $source
ORDER BY kind = 'more', kind = 'original', period DESC, what, url
