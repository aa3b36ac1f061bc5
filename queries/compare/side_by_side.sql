-- question: Which figure of each measure has each of these councils, and what is said of it beside that council's own peers?
-- takes: council text, model text, councils text[], measures text[], periods text[]
-- gives: measure text, title text, official_title text, council text, slug text, name text, period text, unit text,
--   decimals integer, price_basis text, grades text[], value double, lower double, upper double, status text,
--   note text, joint_lead text, source text, left_out_because text, peers_n integer, peers_median double, word text
-- one row per: measure, council
-- A figure of a council that runs other parts of the service, or none of it, is no figure of the same thing.
WITH wanted AS (SELECT unnest($measures) AS measure, unnest($periods) AS period),
listed AS (SELECT unnest($councils) AS council, generate_subscripts($councils, 1) AS place),
figures AS (
    SELECT m.measure, m.title, m.official_title, m.position, c.council, c.slug, c.name, l.place, a.period::VARCHAR AS period, m.unit, m.decimals,
           m.price_basis, m.grades, v.real_value, v.real_lower, v.real_upper, v.status, v.note, v.joint_lead, v.source,
           v.left_out_because, j.peers_n, j.peers_median, j.word,
           why_no_peer(s.nation, c.nation, false, mine.comparison_group, theirs.comparison_group) AS unlike
    FROM wanted a
    JOIN measure m ON m.measure = a.measure
    CROSS JOIN listed l
    JOIN council c ON c.council = l.council
    JOIN council s ON s.council = $council
    LEFT JOIN responsibility mine ON mine.service = m.service AND mine.council = s.council
    LEFT JOIN responsibility theirs ON theirs.service = m.service AND theirs.council = c.council
    LEFT JOIN measure_value v ON v.measure = a.measure AND v.period = a.period AND v.council = c.council
    LEFT JOIN judgement j ON j.measure = a.measure AND j.period = a.period AND j.council = c.council AND j.model = $model
)
SELECT measure, title, official_title, council, slug, name, period, unit, decimals, price_basis, grades,
       CASE WHEN unlike IS NULL THEN real_value END AS value, CASE WHEN unlike IS NULL THEN real_lower END AS lower,
       CASE WHEN unlike IS NULL THEN real_upper END AS upper,
       CASE WHEN unlike = 'not_responsible' THEN unlike WHEN unlike IS NOT NULL THEN 'not_comparable'
            ELSE coalesce(status, 'not_collected') END AS status,
       CASE WHEN unlike IS NULL THEN note END AS note, joint_lead, source, coalesce(unlike, left_out_because) AS left_out_because,
       coalesce(peers_n, 0) AS peers_n, CASE WHEN unlike IS NULL THEN peers_median END AS peers_median,
       CASE WHEN unlike IS NULL THEN coalesce(word, 'not_judged') ELSE 'not_judged' END AS word
FROM figures
ORDER BY position, measure, place
