-- NISRA's newest figure of each of its tables. A key is group|stat|item, then nothing, residents, or a group|stat|item that
-- the first is counted against.
WITH figure AS (
    SELECT council, period, "group" || '|' || stat || '|' || coalesce(item, '') AS item, value FROM raw.nisra
), wanted AS (
    SELECT measure, array_to_string(split(key, '|')[1:3], '|') AS item, nullif(array_to_string(split(key, '|')[4:], '|'), '') AS against
    FROM member
), newest AS (
    SELECT council, arg_max(residents, year) AS residents FROM population GROUP BY council
)
SELECT w.measure, f.council, f.period,
       CASE w.against WHEN NULL THEN f.value ELSE coalesce(p.per * f.value / coalesce(a.value, r.residents), f.value) END AS value,
       CASE WHEN w.against IS NOT NULL THEN f.value END AS numerator,
       CASE WHEN w.against = 'residents' THEN r.residents ELSE a.value END AS denominator
FROM wanted w
JOIN figure f USING (item)
CROSS JOIN LATERAL (SELECT CASE w.against WHEN 'residents' THEN 1000 ELSE 100 END AS per) p
LEFT JOIN figure a ON a.item = w.against AND a.council = f.council AND a.period = f.period
LEFT JOIN newest r ON r.council = f.council AND w.against = 'residents'
