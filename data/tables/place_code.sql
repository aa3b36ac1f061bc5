-- after: council
-- makes: every code and name by which publishers call a council; hand-kept exceptions win over the lists
WITH listed AS (
    SELECT 'gss' AS scheme, gss_code AS code, local_authority_code AS council FROM raw.register_gss WHERE gss_code <> ''
    UNION SELECT 'gss', gss, council FROM council WHERE gss IS NOT NULL
    UNION SELECT 'gss', unnest(gss_before), council FROM council
    UNION SELECT 'ecode', ecode, council FROM council WHERE ecode IS NOT NULL
    UNION SELECT 'lgf', ecode, council FROM council WHERE ecode IS NOT NULL
    UNION SELECT 'lgf', l.lgf, c.council FROM raw.lgf_code l JOIN council c ON l.gss = c.gss OR list_contains(c.gss_before, l.gss)
    UNION SELECT 'dfe', dfe_la_number, la_code FROM raw.council_now WHERE dfe_la_number <> ''
    UNION SELECT 'name', normal_name(la_name), local_authority_code FROM raw.register_name
    UNION SELECT 'name', normal_name(official_name), council FROM council
    UNION SELECT 'name', normal_name(name), council FROM council
    UNION SELECT 'name', normal_name(l.name), council FROM raw.ecode_list l JOIN council USING (ecode)
    UNION SELECT 'name', normal_name(l.name), council FROM raw.authority_name l JOIN council USING (ecode)
), careful AS (
    -- Codes of councils with adult social care, by the names beside them: those of the year of the list.
    SELECT DISTINCT 'cassr' AS scheme, a.code, l.council
    FROM raw.cassr_name a
    JOIN (SELECT scheme, code, council FROM listed UNION SELECT scheme, code, council FROM declared.code_exception) l
      ON l.scheme = 'name' AND l.code = normal_name(a.name)
    JOIN council c ON c.council = l.council AND c.class NOT IN ('district', 'other')
    WHERE coalesce(c.starts <= DATE '2016-03-31', true)
), known AS (
    SELECT DISTINCT l.* FROM (FROM listed UNION FROM careful) l JOIN council USING (council)
    WHERE NOT EXISTS (FROM declared.code_exception e WHERE e.scheme = l.scheme AND e.code = l.code)
), shared AS (
    SELECT *, count(*) OVER (PARTITION BY scheme, code) > 1 AS ambiguous FROM known
)
-- One name borne by a council and its successor: each in its own years.
SELECT s.scheme, s.code, s.council,
       CASE WHEN ambiguous THEN c.starts END AS valid_from,
       CASE WHEN ambiguous THEN c.ends + 1 END AS valid_to
FROM shared s JOIN council c USING (council)
UNION ALL
SELECT scheme, code, council, CAST(nullif(valid_from, '') AS DATE), CAST(nullif(valid_to, '') AS DATE)
FROM declared.code_exception
