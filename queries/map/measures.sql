-- question: Which measures have figures for the councils of a nation?
-- takes: nation text
-- gives: measure text, title text, official_title text, service text, service_plain text,
--   service_official text, kind text, figures integer
-- one row per: measure
WITH held AS (
    SELECT v.measure, CAST(count(v.value) AS INTEGER) AS figures
    FROM value v JOIN council c USING (council)
    WHERE c.nation = $nation
    GROUP BY v.measure
)
SELECT m.measure, m.title, m.official_title, m.service, s.plain_name AS service_plain,
       s.official_name AS service_official, m.kind, h.figures
FROM held h JOIN measure m USING (measure) JOIN service s USING (service)
WHERE h.figures > 0 AND list_contains(m.nations, $nation)
ORDER BY s.position, m.kind <> 'spend', NOT m.headline, m.position
