-- makes: who runs the static libraries that are open, by council and year
-- after: council, responsibility, delivery_service, delivery_code
WITH building AS (
    SELECT council, period, source, source_file, lower(trim(operation)) AS word
    FROM raw.library WHERE type ILIKE 'static%' AND type NOT ILIKE '%archive%'
), held AS (
    SELECT b.council, b.period, k.model, count(*) AS number
    FROM building b LEFT JOIN delivery_code k ON k.source = b.source AND k.published_word = b.word
    WHERE b.word NOT IN ('closed', 'temporary closure', 'facility not open')
    GROUP BY ALL
), asked AS (
    SELECT DISTINCT b.council, b.period, b.source, b.source_file, m.model FROM building b CROSS JOIN (SELECT DISTINCT model FROM held) m
), complete AS (
    -- The list holds every library since 2010: a kind without one has none.
    SELECT a.*, coalesce(h.number, 0) AS number, sum(coalesce(h.number, 0)) OVER (PARTITION BY a.council, a.period) AS total
    FROM asked a LEFT JOIN held h USING (council, period, model)
)
SELECT council, period, 'libraries' AS delivery_service, model, '2016 on' AS series, number AS value, total, 100 * (number / nullif(total, 0)) AS share_pct,
       'published' AS status, x.source, source_file,
       CASE WHEN total = 0 THEN 'None was open: no share.' WHEN c.starts > t.starts THEN 'Counted in the area of a council that was made later.' END AS note
FROM complete x JOIN council c USING (council) JOIN period t USING (period)
