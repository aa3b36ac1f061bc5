-- question: Which measures can be looked for, by which words?
-- takes: nothing
-- gives: measure text, title text, official_title text, service text, service_plain text,
--   service_official text, kind text, nations text[], headline boolean
-- one row per: measure
SELECT m.measure, m.title, m.official_title, m.service, s.plain_name AS service_plain,
       s.official_name AS service_official, m.kind, m.nations, m.headline
FROM measure m JOIN service s USING (service)
WHERE EXISTS (FROM value v WHERE v.measure = m.measure AND v.value IS NOT NULL)
ORDER BY s.position, NOT m.headline, m.position, m.measure
