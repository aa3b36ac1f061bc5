-- makes: who runs children's homes and other registered providers in each council's area at 31 March
-- after: council, responsibility, delivery_service, delivery_code
WITH provider AS (
    SELECT council, period, source, source_file, lower(trim(sector)) AS word, places,
           CASE -- 2015 writes the special schools that must register as homes by their days open.
                WHEN type ILIKE '%children''s home%' OR type ILIKE '%>295 days%' THEN 'homes'
                WHEN type ILIKE 'supported accommodation' THEN 'supported_accommodation'
                WHEN type ILIKE 'independent fostering agency' THEN 'fostering_agencies' END AS kind
    FROM raw.childrens_provider
), counted AS (
    SELECT council, period, source, source_file, word, 'childrens_homes' AS delivery_service, '2015 on' AS series, 1 AS number FROM provider WHERE kind = 'homes'
    UNION ALL
    SELECT council, period, source, source_file, word, 'childrens_home_places', '2016 on', places FROM provider WHERE kind = 'homes' AND period > '2016'
    UNION ALL
    SELECT council, period, source, source_file, word, kind, CASE kind WHEN 'fostering_agencies' THEN '2015 on' ELSE '2025 on' END, 1
    FROM provider WHERE kind IN ('supported_accommodation', 'fostering_agencies')
), held AS (
    SELECT c.council, c.period, c.delivery_service, k.model, sum(c.number) AS number, bool_or(c.number IS NULL) AS unknown
    FROM counted c LEFT JOIN delivery_code k ON k.source = c.source AND k.published_word = c.word
    GROUP BY ALL
), asked AS (
    SELECT DISTINCT c.period, c.source, c.source_file, c.delivery_service, c.series, m.model
    FROM counted c JOIN (SELECT DISTINCT delivery_service, model FROM held) m USING (delivery_service)
), complete AS (
    -- The register is whole: a kind without a provider in the area has none.
    SELECT a.*, r.council, coalesce(h.number, 0) AS number,
           sum(coalesce(h.number, 0)) OVER part AS total, bool_or(coalesce(h.unknown, false)) OVER part AS unknown
    FROM asked a JOIN period t USING (period) JOIN responsibility r ON r.service = 'children' JOIN council c USING (council)
    LEFT JOIN held h USING (council, period, delivery_service, model)
    WHERE c.nation = 'England' AND coalesce(c.starts <= t.starts, true) AND coalesce(c.ends >= t.ends, true)
    WINDOW part AS (PARTITION BY r.council, a.period, a.delivery_service)
)
SELECT council, period, delivery_service, model, series,
       CASE WHEN NOT unknown THEN number END AS value, CASE WHEN NOT unknown THEN total END AS total,
       CASE WHEN NOT unknown THEN 100 * (number / nullif(total, 0)) END AS share_pct,
       CASE WHEN unknown THEN 'not_submitted' ELSE 'published' END AS status, source, source_file,
       CASE WHEN unknown THEN 'A home''s places are not stated.' WHEN total = 0 THEN 'None in the area: no share.' END AS note
FROM complete
