-- question: Which published studies of who delivers are our estimates set beside?
-- takes: nothing
-- gives: study text, authors text, year integer, title text, journal text, doi text, landing_url text, code_url text,
--   read text, population text, period text, exposure text, specification text
-- one row per: study
SELECT study, authors, year, title, journal, doi, landing_url, code_url, read, population, period, exposure,
       specification
FROM study
ORDER BY year, study
