-- What councils do about fly-tipping, set against the incidents that they record. A key names the kind of action; where
-- a council counts other incidents than the rest, its rate is no more comparable than its count.
SELECT m.measure, a.council, a.period, w.per * w.done / nullif(f.incidents, 0) AS value, w.done AS numerator, f.incidents AS denominator,
       CASE WHEN w.done IS NULL THEN coalesce(w.done_status, 'not_submitted')
            WHEN f.incidents IS NULL THEN coalesce(f.incidents_status, 'not_submitted')
            WHEN f.incidents = 0 THEN 'not_collected'
            WHEN f.basis NOT IN (':', 'All incidents') THEN 'not_comparable' END AS status,
       CASE WHEN w.done IS NULL OR f.incidents IS NULL THEN 'The council gave the publisher no figure for this year.'
            WHEN f.incidents = 0 THEN 'No incident recorded.'
            WHEN f.basis NOT IN (':', 'All incidents') THEN 'Recorded: ' || lower(f.basis) || '. Other councils count all incidents.' END AS note
FROM member m
CROSS JOIN raw.fly_tipping_action a
CROSS JOIN LATERAL (VALUES
    ('actions', 100, a.actions, a.actions_status),
    ('fixed_penalties', 1000, a.fixed_penalties, a.fixed_penalties_status),
    ('prosecutions', 1000, a.prosecutions, a.prosecutions_status)
) w (kind, per, done, done_status)
JOIN raw.fly_tipping f USING (council, period)
WHERE w.kind = m.key
