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
), listed AS (
    SELECT DISTINCT council, period, source, source_file, true AS reports FROM building
    UNION ALL
    -- Councils of the year that the list of today lacks: abolished ones stand under those that followed.
    SELECT r.council, t.period, t.source, t.source_file, false
    FROM (SELECT DISTINCT b.period, source, source_file, p.starts, p.ends FROM building b JOIN period p USING (period)) t
    CROSS JOIN responsibility r JOIN council c USING (council)
    WHERE r.service = 'culture' AND c.nation = 'England' AND c.class IN ('county', 'unitary', 'metropolitan_district', 'london_borough')
      AND coalesce(c.starts <= t.starts, true) AND coalesce(c.ends >= t.ends, true)
      AND NOT EXISTS (FROM building b WHERE b.council = r.council AND b.period = t.period)
), complete AS (
    -- The list holds every library since 2010: a kind without one has none.
    SELECT l.*, m.model, CASE WHEN reports THEN coalesce(h.number, 0) END AS number,
           sum(CASE WHEN reports THEN coalesce(h.number, 0) END) OVER (PARTITION BY l.council, l.period) AS total
    FROM listed l CROSS JOIN (SELECT DISTINCT model FROM held) m LEFT JOIN held h USING (council, period, model)
)
SELECT council, period, 'libraries' AS delivery_service, model, '2016 on' AS series, number AS value, total, 100 * (number / nullif(total, 0)) AS share_pct,
       CASE WHEN reports THEN 'published' WHEN c.ends IS NULL THEN 'not_submitted' ELSE 'not_collected' END AS status, x.source, source_file,
       CASE WHEN NOT reports AND c.ends IS NULL THEN 'Not in the list.' WHEN NOT reports THEN 'Abolished: its libraries stand under the council that followed.'
            WHEN total = 0 THEN 'None was open: no share.' WHEN c.starts > t.ends THEN 'Counted in the area of a council that was made later.' END AS note
FROM complete x JOIN council c USING (council) JOIN period t USING (period)
