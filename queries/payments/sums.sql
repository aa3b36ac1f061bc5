-- question: How many payments were made and how much, in all and by month, council, service, category and supplier?
-- takes: councils text[], service text, category text, first text, last text, cards text,
--   first_year text, last_year text, suppliers boolean
-- gives: part text, key text, name text, slug text, payments integer, amount_gbp double,
--   parts integer, treasury_gbp double
-- one row per: part, key
-- Suppliers without names that stand for many payees, and without money of the treasury.
-- What of a council's sum is money of the treasury stands beside it.
-- From sums that are kept: no payment is looked at. The suppliers come from whole financial years.
WITH counted AS (
    -- First into few groups: every row of the nation in each kind of group takes thrice as long.
    SELECT month, service, category, sum(payments) AS payments, sum(amount_pence) AS amount_pence
    FROM (
        SELECT month, service, category, card, payments, amount_pence FROM ledger.nation_month WHERE $councils IS NULL
        UNION ALL
        SELECT month, service, category, card, payments, amount_pence FROM ledger.month_total
        WHERE $councils IS NOT NULL AND ledger.of_councils(council, $councils)
    )
    WHERE ledger.in_months(month, $first, $last) AND ledger.with_or_without(card, $cards)
      AND ledger.of_kind(service, $service) AND ledger.of_kind(category, $category)
    GROUP BY ALL
),
of_council AS (
    SELECT council, month, card, treasury, payments, amount_pence FROM ledger.council_month
    WHERE $service IS NULL AND $category IS NULL
    UNION ALL
    SELECT council, month, card, treasury, payments, amount_pence FROM ledger.month_total
    WHERE NOT ($service IS NULL AND $category IS NULL)
      AND ledger.of_kind(service, $service) AND ledger.of_kind(category, $category)
),
parts AS (
    SELECT CASE grouping(month, service, category)
               WHEN 3 THEN 'month' WHEN 5 THEN 'service' WHEN 6 THEN 'category' ELSE 'all' END AS part,
           coalesce(CAST(month AS VARCHAR), service, category, 'none') AS key,
           sum(payments) AS payments, sum(amount_pence) AS amount_pence, NULL AS treasury_pence
    FROM counted
    GROUP BY GROUPING SETS ((), (month), (service), (category))
    UNION ALL
    SELECT 'council', council, sum(payments), sum(amount_pence),
           coalesce(sum(amount_pence) FILTER (WHERE treasury), 0)
    FROM of_council
    WHERE ledger.of_councils(council, $councils) AND ledger.in_months(month, $first, $last)
      AND ledger.with_or_without(card, $cards)
    GROUP BY council
),
paid AS (
    SELECT supplier, sum(payments) AS payments, sum(amount_pence) AS amount_pence
    FROM ledger.year_supplier
    WHERE $suppliers AND NOT treasury
      AND supplier NOT IN (SELECT supplier FROM ledger.special_supplier WHERE kind IN ('collective', 'treasury'))
      AND NOT ($councils IS NULL AND $service IS NULL AND $category IS NULL
               AND $first_year IS NULL AND $last_year IS NULL)
      AND ledger.of_councils(council, $councils)
      AND ledger.of_kind(service, $service) AND ledger.of_kind(category, $category)
      AND ($first_year IS NULL OR period >= $first_year)
      AND ($last_year IS NULL OR period <= $last_year)
    GROUP BY supplier
),
top AS MATERIALIZED (
    (SELECT supplier, payments, amount_pence, (SELECT count(*) FROM paid) AS suppliers
     FROM paid ORDER BY amount_pence DESC, supplier LIMIT 25)
    UNION ALL
    -- Of the whole they are kept.
    SELECT supplier, payments, amount_pence, suppliers FROM ledger.largest_supplier
    WHERE $suppliers AND $councils IS NULL AND $service IS NULL AND $category IS NULL
      AND $first_year IS NULL AND $last_year IS NULL
),
largest AS (
    SELECT part, key, payments, amount_pence, treasury_pence, count(*) OVER (PARTITION BY part) AS parts
    FROM parts WHERE payments > 0
    UNION ALL
    SELECT 'supplier', CAST(supplier AS VARCHAR), payments, amount_pence, NULL, suppliers FROM top
),
called AS (
    -- Of the few that are shown: to join names to every row reads those of all suppliers.
    SELECT CAST(supplier AS VARCHAR) AS key, s.name, s.slug FROM top JOIN ledger.supplier s USING (supplier)
)
SELECT l.part, l.key, coalesce(s.name, c.name, v.plain_name, g.plain_name) AS name,
       coalesce(s.slug, c.slug) AS slug, CAST(l.payments AS INTEGER) AS payments,
       ledger.pounds(l.amount_pence) AS amount_gbp, CAST(l.parts AS INTEGER) AS parts,
       ledger.pounds(l.treasury_pence) AS treasury_gbp
FROM largest l
LEFT JOIN called s ON l.part = 'supplier' AND s.key = l.key
LEFT JOIN council c ON l.part = 'council' AND c.council = l.key
LEFT JOIN service v ON l.part = 'service' AND v.service = l.key
LEFT JOIN ledger.category g ON l.part = 'category' AND g.category = l.key
ORDER BY l.part, CASE WHEN l.part = 'month' THEN l.key END, l.amount_pence DESC, l.key
