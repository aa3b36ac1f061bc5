-- makes: who was paid for children's services: lines of the Section 251 outturn by kind of provider
-- after: council, responsibility, delivery_service, delivery_code
WITH line AS (
    SELECT *, trim(regexp_replace(regexp_replace(lower(line), '^[0-9]+', ''), '\s+', ' ', 'g')) AS words FROM raw.childrens_outturn
), part AS (
    -- A part of a service may be several lines; it is missing where one of them is.
    SELECT l.council, l.period, d.delivery_service, d.series, any_value(l.source) AS source, any_value(l.source_file) AS source_file,
           sum(own) AS own, sum(private) AS private, sum(other_public) AS other_public, sum(voluntary) AS voluntary, sum(public) AS public, sum(total) AS total,
           bool_or(total IS NULL OR private IS NULL OR voluntary IS NULL) AS incomplete
    FROM line l JOIN declared.delivery_line d ON d.period = l.period AND d.line = l.words
    GROUP BY ALL
), cell AS (
    SELECT council, period, delivery_service, unnest(['own provision', 'private', 'other public', 'voluntary', 'public']) AS word,
           unnest([own, private, other_public, voluntary, public]) AS value,
           total, incomplete, least(own, private, other_public, voluntary, public) < 0 AS negative,
           -- NULLs are passed over: own and other public of 2008-09 stand in public.
           abs(list_sum([own, private, other_public, voluntary, public]) - total) <= 1 AS whole
    FROM part
), asked AS (
    SELECT DISTINCT p.period, p.delivery_service, p.series, p.source, p.source_file, w.word
    FROM part p CROSS JOIN (SELECT published_word AS word FROM delivery_code WHERE source = 'childrens-services-outturn') w
    WHERE w.word <> 'public' OR p.period = '2008-09'
), expected AS (
    SELECT a.*, r.council FROM asked a JOIN period t USING (period) JOIN responsibility r ON r.service = 'children' JOIN council c USING (council)
    WHERE c.nation = 'England' AND coalesce(c.ends >= t.ends, true)
      AND (coalesce(c.starts <= t.starts, true) OR EXISTS (FROM part p WHERE p.council = r.council AND p.period = a.period))
)
SELECT e.council, e.period, e.delivery_service, k.model, e.series,
       CASE WHEN NOT x.incomplete THEN x.value END AS value, x.total,
       CASE WHEN whole AND NOT incomplete AND NOT coalesce(negative, false) AND x.total > 0 THEN 100 * (x.value / x.total) END AS share_pct,
       CASE WHEN e.period = '2008-09' AND k.model IN ('own', 'other_public') THEN 'not_collected'
            WHEN x.value IS NULL OR x.incomplete THEN 'not_submitted' ELSE 'published' END AS status,
       e.source, e.source_file,
       CASE WHEN e.period = '2008-09' AND k.model IN ('own', 'other_public') THEN 'Own and other public provision stand together in this year''s return.'
            WHEN x.total IS NULL OR x.incomplete THEN 'No return, or no figures in it.'
            WHEN x.total = 0 THEN 'Nothing was spent: no share.'
            WHEN negative THEN 'An amount is below nought: no shares.'
            WHEN NOT whole THEN 'The parts do not add to the total: no shares.'
            WHEN c.starts > t.starts THEN 'Spent by the county council of the same area.' END AS note
FROM expected e
JOIN delivery_code k ON k.source = e.source AND k.published_word = e.word
JOIN council c USING (council) JOIN period t USING (period)
LEFT JOIN cell x USING (council, period, delivery_service, word)
