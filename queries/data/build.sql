-- question: What was this edition built from, and how much does it hold?
-- takes: nothing
-- gives: name text, built_from text, latest_spending_period text, price_base text,
--   schema_version integer, sources integer, files integer, measures integer, values integer, figures integer,
--   spending_figures integer, councils_now integer, councils_before integer,
--   other_authorities integer
-- one row per: query
SELECT e.name, e.built_from, e.latest_spending_period, e.price_base, e.schema_version,
       CAST((SELECT count(*) FROM source) AS INTEGER) AS sources,
       CAST((SELECT count(*) FROM source_file) AS INTEGER) AS files,
       CAST((SELECT count(*) FROM measure) AS INTEGER) AS measures,
       CAST((SELECT count(*) FROM value) AS INTEGER) AS values,
       CAST((SELECT count(value) FROM value) AS INTEGER) AS figures,
       CAST((SELECT count(value_gbp) FROM spending) AS INTEGER) AS spending_figures,
       CAST((SELECT count(*) FROM council WHERE class <> 'other' AND ends IS NULL) AS INTEGER)
           AS councils_now,
       CAST((SELECT count(*) FROM council WHERE class <> 'other' AND ends IS NOT NULL) AS INTEGER)
           AS councils_before,
       CAST((SELECT count(*) FROM council WHERE class = 'other') AS INTEGER) AS other_authorities
FROM edition e
