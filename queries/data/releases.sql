-- question: What is held of each source, when is its next figure due, and where is that to be had?
-- takes: on_day text
-- gives: source text, title text, publisher text, use text, state text, rhythm text, newest_period text, newest_ends date,
--   next_ends date, next_due date, where_what text, where_period text, where_url text, known integer, landing_url text
-- one row per: source
WITH known AS (
    -- Of what is known to be newer the newest, else the publisher's own form of what is held.
    SELECT source, count(*) AS known,
           max_by({'what': what, 'period': period, 'url': url}, (kind = 'newer', kind = 'original', period, what)) AS best
    FROM source_address WHERE kind IN ('newer', 'original') GROUP BY source
)
SELECT s.source, s.title, s.publisher, s.use,
       release_state(r.rhythm, r.newest_ends, r.next_due, TRY_CAST($on_day AS DATE)) AS state, r.rhythm, r.newest_period, r.newest_ends, r.next_ends, r.next_due,
       k.best.what AS where_what, k.best.period AS where_period, coalesce(k.best.url, s.landing_url) AS where_url,
       CAST(coalesce(k.known, 0) AS INTEGER) AS known, s.landing_url
FROM source_release r
JOIN source s USING (source)
LEFT JOIN known k USING (source)
WHERE r.rhythm IS NOT NULL
ORDER BY r.next_due NULLS LAST, s.title, s.source
