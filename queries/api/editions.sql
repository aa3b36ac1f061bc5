-- question: What is in this edition, from when to when was it in force, and where are its files?
-- takes: since text, until text, in_place boolean, files text
-- gives: name text, latest_spending_period text, price_base text, sources integer,
--   measures integer, councils_now integer, newest_source text, before text,
--   in_place boolean, answers boolean, in_force_from date, in_force_to date, files text
-- one row per: name
SELECT e.name, e.latest_spending_period, e.price_base,
       CAST((SELECT count(*) FROM source) AS INTEGER) AS sources,
       CAST((SELECT count(*) FROM measure) AS INTEGER) AS measures,
       CAST((SELECT count(*) FROM council WHERE class <> 'other' AND ends IS NULL) AS INTEGER) AS councils_now,
       (SELECT max(published) FROM source WHERE use = 'publish') AS newest_source,
       e.before,
       CAST($in_place AS BOOLEAN) AS in_place, true AS answers,
       TRY_CAST($since AS DATE) AS in_force_from, TRY_CAST($until AS DATE) AS in_force_to,
       CAST($files AS VARCHAR) AS files
FROM edition e
