-- question: Which published files make up a source?
-- takes: source text
-- gives: path text, url text, bytes double, sha256 text
-- one row per: path
SELECT path, url, CAST(bytes AS DOUBLE) AS bytes, sha256
FROM source_file
WHERE source = $source
ORDER BY path
