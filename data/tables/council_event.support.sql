-- after: council, place_code
-- makes: exceptional financial support by year, in pounds, as the ministry's pages list it
SELECT council, 'exceptional_support' AS kind, period AS happened, 'financial_year' AS precision,
       round(value * 1000000, 2) AS value_gbp, CAST(r.revised_gbp AS DOUBLE) AS revised_gbp,
       'Support agreed or requested, as listed.'
           || CASE WHEN r.says IS NOT NULL THEN ' ' || r.says WHEN revised = 'true' THEN ' The page mentions a revision.' ELSE '' END AS says,
       CASE WHEN period IN ('2025-26', '2026-27')
            THEN 'https://www.gov.uk/guidance/exceptional-financial-support-for-local-authorities-for-' || period
            ELSE 'https://www.gov.uk/government/collections/exceptional-financial-support-for-local-authorities' END AS evidence_url,
       '2026-09-07' AS as_of, source
FROM raw.exceptional_support
LEFT JOIN (SELECT council, period, revised_gbp, says FROM declared.support_revision) r USING (council, period)
WHERE value IS NOT NULL
