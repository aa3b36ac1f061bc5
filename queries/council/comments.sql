-- question: What has this council itself said of its figures?
-- takes: council text
-- gives: measure text, service text, about text, period text, name text, role text, said_on date,
--   comment text, address text
-- one row per: measure, service, period, said_on, name, comment
SELECT k.measure, k.service, coalesce(m.title, s.plain_name) AS about, k.period, k.name, k.role, k.said_on,
       k.comment, k.address
FROM council_comment k
LEFT JOIN measure m USING (measure)
LEFT JOIN service s ON s.service = k.service
WHERE k.council = $council
ORDER BY k.said_on DESC, about NULLS FIRST, k.period DESC, k.name, k.comment
