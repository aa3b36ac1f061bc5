-- question: Which suppliers do councils pay, how much in all, and what is published about each?
-- takes: slugs text[], councils text[], category text, periods text[], company_number text, rows integer, skip integer
-- gives: slug text, name text, kind text, company_number text, family text, names integer, councils integer,
--   payments integer, amount_gbp double, first_month date, last_month date, total integer
-- one row per: slug
-- Asked for councils, a category or years, sums and councils are of these alone; months are always those of the whole.
WITH named AS (
    SELECT slug, place FROM (SELECT unnest($slugs) AS slug, generate_subscripts($slugs, 1) AS place)
), narrowed AS (
    SELECT supplier, count(DISTINCT council) AS councils, sum(payments) AS payments, sum(amount_pence) AS pence
    FROM ledger.supplier_year
    WHERE NOT ($councils IS NULL AND $category IS NULL AND $periods IS NULL)
      AND ledger.of_councils(council, $councils) AND ledger.of_kind(category, $category)
      AND ($periods IS NULL OR list_contains($periods, period))
    GROUP BY supplier
), summed AS (
    FROM narrowed
    UNION ALL
    -- Of the whole, suppliers have their sums already.
    SELECT supplier, councils, payments, amount_pence FROM ledger.supplier
    WHERE $councils IS NULL AND $category IS NULL AND $periods IS NULL
), found AS (
    SELECT s.supplier, s.slug, t.councils, t.payments, t.pence, n.place
    FROM summed t
    JOIN ledger.supplier s USING (supplier)
    LEFT JOIN named n USING (slug)
    WHERE ($slugs IS NULL OR n.slug IS NOT NULL)
      AND ($company_number IS NULL OR s.company_number = upper($company_number))
), page AS (
    FROM found ORDER BY place, pence DESC, slug LIMIT greatest($rows, 0) OFFSET greatest($skip, 0)
)
SELECT p.slug, s.name, s.kind, s.company_number, f.family, s.names, CAST(p.councils AS INTEGER) AS councils,
       CAST(p.payments AS INTEGER) AS payments, ledger.pounds(p.pence) AS amount_gbp, s.first_month, s.last_month,
       CAST((SELECT count(*) FROM found) AS INTEGER) AS total
FROM page p
JOIN ledger.supplier s USING (supplier)
LEFT JOIN ledger.supplier_family f USING (supplier)
ORDER BY p.place, p.pence DESC, p.slug
