-- Names and codes, one row per council that can have figures.
SELECT c.council, c.name AS council_name, c.gss, array_to_string(list_sort(c.gss_before), ' ') AS gss_before, c.ecode,
       string_agg(p.code, ' ' ORDER BY p.code) FILTER (WHERE p.scheme = 'dfe') AS dfe_code,
       string_agg(p.code, ' ' ORDER BY p.code) FILTER (WHERE p.scheme = 'cassr') AS cassr_code,
       c.class AS council_class, c.tier, c.nation, c.region, c.county, c.combined_authority, c.sparse,
       CAST(year(c.starts) AS INTEGER) AS starts_year, CAST(year(c.ends) AS INTEGER) AS ends_year,
       (SELECT string_agg(successor, ' ' ORDER BY successor) FROM succession s WHERE s.predecessor = c.council) AS into_council
FROM council c LEFT JOIN place_code p ON p.council = c.council
WHERE c.class <> 'other'
GROUP BY ALL ORDER BY c.council
