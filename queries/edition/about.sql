-- question: Which edition is this, and what is in it?
-- takes: nothing
-- gives: name text, latest_spending_period text, price_base text, sources integer,
--   measures integer, councils_now integer, newest_source text, before text
-- one row per: query
SELECT e.name, e.latest_spending_period, e.price_base,
       CAST((SELECT count(*) FROM source) AS INTEGER) AS sources,
       CAST((SELECT count(*) FROM measure) AS INTEGER) AS measures,
       CAST((SELECT count(*) FROM council WHERE class <> 'other' AND ends IS NULL) AS INTEGER) AS councils_now,
       (SELECT max(published) FROM source WHERE use = 'publish') AS newest_source,
       e.before
FROM edition e
