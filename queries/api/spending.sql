-- question: What did these councils spend on these services, in cash and real terms, whole and per resident?
-- takes: councils text[], services text[], periods text[], component text, nation text, rows integer, skip integer
-- gives: council text, council_slug text, council_name text, class text, nation text, period text, service text,
--   service_name text, component text, value_gbp double, real_gbp double, per_head_gbp double,
--   real_per_head_gbp double, residents integer, price_base text, status text, per_head_status text,
--   certified boolean, source text, note text, total integer
-- one row per: council, period, service, component
WITH found AS (
    SELECT s.council, s.period, s.service, s.component, s.status, s.note, s.certified, s.source, s.value_gbp, s.real_gbp,
           s.per_head_gbp, s.real_per_head_gbp, s.residents, s.per_head_status, c.name, c.slug, c.class, c.nation,
           v.plain_name, v.position
    FROM spending_per_head s
    JOIN council c USING (council)
    JOIN service v USING (service)
    WHERE ($councils IS NULL OR list_contains($councils, s.council))
      AND ($services IS NULL OR list_contains($services, s.service))
      AND ($periods IS NULL OR list_contains($periods, s.period))
      AND ($component IS NULL OR s.component = $component)
      AND ($nation IS NULL OR c.nation = $nation)
)
SELECT f.council, f.slug AS council_slug, f.name AS council_name, f.class, f.nation, f.period, f.service,
       f.plain_name AS service_name, f.component, f.value_gbp, f.real_gbp, f.per_head_gbp, f.real_per_head_gbp,
       CAST(f.residents AS INTEGER) AS residents, (SELECT price_base FROM edition) AS price_base, f.status,
       f.per_head_status, f.certified, f.source, f.note, CAST((SELECT count(*) FROM found) AS INTEGER) AS total
FROM found f
ORDER BY f.name, f.council, f.position, f.service, f.period, f.component
LIMIT greatest($rows, 0) OFFSET greatest($skip, 0)
